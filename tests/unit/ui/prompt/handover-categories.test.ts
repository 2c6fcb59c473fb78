import { describe, expect, it } from 'vitest';
import { handoverCategories } from '../../../../src/ui/prompt/handover-categories.ts';

describe('handoverCategories', () => {
  it('names health only where a preference may say something of it', () => {
    expect(handoverCategories([{ collection: 'ratings' }])).not.toContain('healthInfo');
    expect(handoverCategories([{ collection: 'preferences', keys: ['shoe-size'] }])).not.toContain('healthInfo');
    expect(handoverCategories([{ collection: 'preferences', keys: ['diet'] }])).toContain('healthInfo');
    expect(handoverCategories([{ collection: 'preferences' }])).toContain('healthInfo');
    expect(handoverCategories([{ collection: 'preferences', keys: [] }])).not.toContain('healthInfo');
  });
});
