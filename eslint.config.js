import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** Our own mistakes, one selector each. The message is the review comment. */
const reviewComments = [
  {
    selector: 'CatchClause[param=null] > BlockStatement[body.length=0]',
    message: 'Say in a comment-bearing handler why this failure does not matter, or let it travel.',
  },
  {
    selector: "CallExpression[callee.property.name='postMessage'][arguments.1.value='*']",
    message: "Name the target origin; '*' hands the message to whoever holds the window.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Ids come from crypto.randomUUID() or domain/ids.ts.',
  },
];

const srcComments = [
  ...reviewComments,
  {
    selector: "NewExpression[callee.name='Error']",
    message: 'Throw AppError with a code (src/domain/errors.ts).',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'Text goes in as text: use textContent or a lit template.',
  },
];

const pureFolders = 'src/{domain,policy,transfer,sync}/**/*.ts';

export default defineConfig(
  { ignores: ['dist/', 'packages/', 'tour/', 'coverage/', '.cache/', 'examples/', 'tests/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', ...reviewComments],
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...srcComments], 'max-lines': ['error', { max: 300 }] },
  },
  {
    // The provider's errors are the page's own: an AppError means nothing there.
    files: ['src/{page,bridge,sdk}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...srcComments.filter(({ selector }) => !selector.startsWith('New'))] },
  },
  {
    files: [pureFolders],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'fetch',
        'localStorage',
        'indexedDB',
        'chrome',
        'browser',
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Take nowMs as an argument.' }],
    },
  },
  { files: ['src/{ui,inline}/**/*.ts'], ...lit['flat/recommended'] },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off', // expect(object.method) hands the method to a matcher
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
