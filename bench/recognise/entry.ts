export { recognise, recognition } from '../../src/recognise/recognise.ts';
