import { sees, waitForPrompt } from '../../../tests/e2e/support/actions.ts';
import { shelfTab } from '../matinee.ts';
import type { Step } from '../step.ts';

export const seeAsk: Step = {
  title: 'Matinee asks for the order of taste, and Sayso shows what that means',
  async play({ browser, saw }) {
    const shelf = await shelfTab(browser);
    await shelf.bringToFront();
    await shelf.click('#order-by-taste');
    const prompt = await waitForPrompt(browser);
    await sees(prompt, 'matinee.localhost');
    saw('Sayso’s own window, with the origin that asks');
    return prompt;
  },
};
