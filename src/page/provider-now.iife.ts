import { provide } from './provide.ts';

// Put into one document by the background, after it has checked that document's own origin.
provide();
