// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DropAnywhere } from '../../../../../src/ui/dashboard/import/drop-anywhere.ts';
import type { DeskState, ImportDesk } from '../../../../../src/ui/dashboard/import/import-desk.ts';

const leave: (() => void)[] = [];
afterEach(() => leave.splice(0).forEach((one) => one()));

function dashboard(state: Partial<DeskState> = {}, isOnImport = false) {
  const open = vi.fn();
  const [go, say] = [vi.fn(), vi.fn()];
  const host = {
    addController: (controller: ReactiveController): void => {
      controller.hostConnected?.();
      leave.push(() => controller.hostDisconnected?.());
    },
  } as ReactiveControllerHost;
  new DropAnywhere(host, { desk: { state, open } as unknown as ImportDesk, isImport: () => isOnImport, go, say });
  return { open, go, say };
}

function drag(type: 'dragover' | 'drop', ...files: readonly File[]): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  const items = files.map((file) => ({ kind: 'file', getAsFile: () => file }));
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items, files } });
  document.body.dispatchEvent(event);
  return event;
}

describe('DropAnywhere', () => {
  const file = new File(['x'], 'ratings.csv');

  it('keeps the browser on the dashboard, and takes the file to the Import page', async () => {
    const { open, go } = dashboard();
    expect(drag('dragover', file).defaultPrevented).toBe(true);
    expect(drag('drop', file).defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(open).toHaveBeenCalledWith([expect.objectContaining({ path: 'ratings.csv' })]));
    expect(go).toHaveBeenCalledOnce();
  });

  it('leaves a drop to the part of the page that takes it', async () => {
    const { open, go } = dashboard();
    document.body.addEventListener('drop', (event) => event.preventDefault(), { once: true });
    drag('drop', file);
    await Promise.resolve();
    expect([open.mock.calls, go.mock.calls]).toEqual([[], []]);
  });

  it('leaves a drop on the Import page to its own area, and takes it where that is not shown', async () => {
    const there = dashboard({}, true);
    expect(drag('drop', file).defaultPrevented).toBe(true);
    leave.splice(0).forEach((one) => one());
    const { open } = dashboard({ result: {} as never }, true);
    drag('drop', file);
    await vi.waitFor(() => expect(open).toHaveBeenCalledOnce());
    expect(there.open).not.toHaveBeenCalled();
  });

  it.each([true, false])('says so while an import is under way, and opens nothing (on its page: %s)', async (isOn) => {
    const { open, say } = dashboard({ work: { what: 'writing', isPaused: false } }, isOn);
    expect(drag('drop', file).defaultPrevented).toBe(true);
    expect(say).toHaveBeenCalledWith('Files are being imported already. Drop these when that is done.');
    await Promise.resolve();
    expect(open).not.toHaveBeenCalled();
  });

  it('says so where there was no file', async () => {
    const { say, go } = dashboard();
    drag('drop');
    await vi.waitFor(() => expect(say).toHaveBeenCalledWith('There was no file in that.'));
    expect(go).not.toHaveBeenCalled();
  });
});
