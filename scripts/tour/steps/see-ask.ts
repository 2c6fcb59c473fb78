import { find, sees, waitForPrompt } from '../../../tests/e2e/support/actions.ts';
import { shelfTab } from '../matinee.ts';
import { mustHold, type Step } from '../step.ts';

export const seeAsk: Step = {
  title: 'Matinee asks for the order of taste, and Sayso shows what that means',
  async play({ browser, saw }) {
    const shelf = await shelfTab(browser);
    await shelf.bringToFront();
    await shelf.click('#order-by-taste');
    const prompt = await waitForPrompt(browser);
    const text = await sees(prompt, /matinee\.localhost.*An order that suits you.*Refuse.*Allow/u);
    saw('Sayso’s own window: the origin that asks, what for, and what would go');
    mustHold('a need for nothing but an order', !/Your ratings/u.test(text));
    saw('an order of their own list, and none of the ratings');
    await find(prompt, 'sayso-ask >>> #allow'); // half a second after it came to the front, and no sooner
    return prompt;
  },
};
