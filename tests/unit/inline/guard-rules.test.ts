import { describe, expect, it } from 'vitest';
import { type GuardedEvent, GuardRules, type Verdict } from '../../../src/inline/guard-rules.ts';

const host = new EventTarget();
const other = new EventTarget();

function rules(): (event: Partial<GuardedEvent> & { type: string }) => Verdict {
  const judge = new GuardRules((target) => target === host);
  return (event) => judge.judge({ isTrusted: true, target: other, ...event });
}

describe('what the guard lets a page see', () => {
  it.each(['click', 'pointermove', 'keydown', 'focusin', 'wheel', 'input', 'whatever'])(
    'keeps a %s at a host to itself, made up or not',
    (type) => {
      expect(rules()({ type, target: host })).toBe('ours');
      expect(rules()({ type, target: host, isTrusted: false })).toBe('ours');
    },
  );

  it('leaves the page everything that happens elsewhere', () => {
    const judge = rules();
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'click', 'keydown', 'keyup', 'focusout']) {
      expect(judge({ type, clientX: 3, clientY: 4, code: 'KeyA', relatedTarget: other })).toBe('pass');
    }
  });

  it('does not say where the pointer is when it goes to a host', () => {
    const judge = new GuardRules((target) => target === host);
    judge.judge({ type: 'pointermove', isTrusted: true, target: other, clientX: 10, clientY: 20 });
    const out = { isTrusted: true, target: other, relatedTarget: host, clientX: 99, clientY: 88 };
    expect(judge.judge({ type: 'pointerout', ...out })).toBe('replay');
    expect(judge.judge({ type: 'mouseleave', ...out })).toBe('replay');
    expect(judge.seen).toEqual({ x: 10, y: 20 });
  });

  it('lets its own replay through', () => {
    expect(rules()({ type: 'mouseout', isTrusted: false, relatedTarget: host, clientX: 1, clientY: 1 })).toBe('pass');
  });

  it('does not tell an element around the host where it was entered', () => {
    const judge = rules();
    judge({ type: 'pointerover', target: host, clientX: 50.7, clientY: 60.2 });
    expect(judge({ type: 'pointerenter', clientX: 50.7, clientY: 60.2 })).toBe('replay');
    expect(judge({ type: 'mouseenter', clientX: 50, clientY: 60 })).toBe('replay');
    expect(judge({ type: 'mouseenter', clientX: 51, clientY: 60 })).toBe('pass');
  });

  it('tells the element that the pointer comes to from a host', () => {
    const judge = rules();
    judge({ type: 'pointermove', target: host, clientX: 50, clientY: 60 });
    judge({ type: 'pointerout', target: host, relatedTarget: other, clientX: 70, clientY: 60 });
    expect(judge({ type: 'pointerover', relatedTarget: host, clientX: 70, clientY: 60 })).toBe('pass');
  });

  it('tells nothing of a press that began at a host, whoever captures the pointer, until it moves on', () => {
    const judge = rules();
    judge({ type: 'pointerdown', target: host, pointerId: 1, clientX: 50, clientY: 60 });
    for (const type of ['gotpointercapture', 'pointermove', 'pointerup', 'mouseup', 'click', 'lostpointercapture']) {
      expect([type, judge({ type, pointerId: 1, clientX: 52, clientY: 61 })]).toEqual([type, 'hide']);
    }
    expect(judge({ type: 'pointerrawupdate', pointerId: 1, clientX: 200, clientY: 61 })).toBe('pass');
    expect(judge({ type: 'pointermove', pointerId: 1, clientX: 200, clientY: 61 })).toBe('pass');
    expect(judge({ type: 'click', pointerId: 1, clientX: 200, clientY: 61 })).toBe('pass');
  });

  it('hides the click that a label around the host passes on, and lets another finger be', () => {
    const judge = rules();
    judge({ type: 'pointerdown', target: host, pointerId: 5, clientX: 50, clientY: 60 });
    expect(judge({ type: 'pointermove', pointerId: 6, clientX: 300, clientY: 300 })).toBe('pass');
    judge({ type: 'pointerup', target: host, pointerId: 5, clientX: 50, clientY: 60 });
    expect(judge({ type: 'click', pointerId: -1, clientX: 50, clientY: 60 })).toBe('hide');
    expect(judge({ type: 'pointerdown', pointerId: 7, clientX: 50, clientY: 60 })).toBe('pass');
    expect(judge({ type: 'click', pointerId: 7, clientX: 50, clientY: 60 })).toBe('pass');
  });

  it('is not put in a state by made-up events', () => {
    const judge = rules();
    judge({ type: 'pointerdown', target: host, isTrusted: false, pointerId: 1, clientX: 5, clientY: 5 });
    judge({ type: 'keydown', target: host, isTrusted: false, code: 'KeyA' });
    expect(judge({ type: 'pointermove', pointerId: 1, clientX: 9, clientY: 9 })).toBe('pass');
    expect(judge({ type: 'keyup', code: 'KeyA' })).toBe('pass');
  });

  it('hides the release of a key that went down at a host, wherever focus went meanwhile', () => {
    const judge = rules();
    judge({ type: 'keydown', target: host, code: 'ArrowRight' });
    expect(judge({ type: 'keydown', code: 'ArrowRight' })).toBe('hide');
    expect(judge({ type: 'keydown', code: 'KeyX' })).toBe('pass');
    expect(judge({ type: 'keyup', code: 'ArrowRight' })).toBe('hide');
    expect(judge({ type: 'keydown', code: 'ArrowRight' })).toBe('pass');
  });

  it('hides a touch that lists a finger at a host', () => {
    const touches = [{ target: other }, { target: host }];
    expect(rules()({ type: 'touchstart', touches })).toBe('hide');
    expect(rules()({ type: 'touchstart', touches: [{ target: other }] })).toBe('pass');
  });

  it('lets a field of the page lose focus to a host', () => {
    expect(rules()({ type: 'focusout', relatedTarget: host })).toBe('pass');
  });
});
