import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What makes a test one that nobody has seen fail, or one that fails on a slower machine. */
const NOT_IN_TESTS = [
  {selector: 'IfStatement, SwitchStatement', message: 'No branches in tests.'},
  {
    selector: 'CallExpression[callee.name=/^(setTimeout|setInterval)$/]',
    message: 'Wait for something, not a while.',
  },
  {
    selector: 'MemberExpression[object.name=/^(it|describe|test)$/][property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs, always.',
  },
];

export default defineConfig(
  {ignores: ['dist/', '.cache/', 'coverage/']},
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      'no-else-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: {'lit-a11y': litA11y},
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    rules: {
      ...litA11y.configs.recommended.rules,
      // A dialog says with it where the focus goes. https://html.spec.whatwg.org/#attr-fe-autofocus
      'lit-a11y/no-autofocus': 'off',
      // A checkbox with the role "switch" has its state by itself. https://www.w3.org/TR/html-aria/
      'lit-a11y/role-has-required-aria-attrs': 'off',
      'no-console': ['error', {allow: ['warn', 'error']}],
      'lit/no-template-bind': 'error',
    },
  },
  // Stand-ins that look like what vendors ship.
  {files: ['demo/vendors/**'], rules: {'max-params': 'off'}},
  // The server puts it in front of each of them.
  {files: ['demo/vendors/shared.js'], rules: {'@typescript-eslint/no-unused-vars': 'off'}},
  // Chai's `expect(x).to.be.true` is an expression on purpose.
  {files: ['test/unit/**/*.ts'], rules: {'@typescript-eslint/no-unused-expressions': 'off'}},
  {
    files: ['test/{unit,journeys,receiver,house}/**/*.test.{ts,mjs}'],
    rules: {'no-restricted-syntax': ['error', ...NOT_IN_TESTS]},
  },
);
