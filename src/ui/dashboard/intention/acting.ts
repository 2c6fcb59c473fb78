import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Moved } from '../../../app/move-request.ts';
import type { RequestId } from '../../../domain/ids.ts';
import { requestChanged } from '../../../platform/tell.ts';
import '../../components/sayso-notice.ts';
import { refusalText } from '../../refusal-text.ts';
import type { ToastMessage } from '../../components/sayso-toast.ts';
import { tell } from '../../tell.ts';

/** Does what the person presses in a request, one thing at a time, has the background hear of it, and says what came of it. */
export class Acting implements ReactiveController {
  isBusy = false;
  #failure: unknown;
  #refusal: Moved['refusal'];
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.isBusy = false;
  }

  /**
   * @param said - what is told when it is done; nothing where the page shows it
   * @returns whether it was done
   */
  async run(id: RequestId, act: () => Promise<Moved>, said?: ToastMessage): Promise<boolean> {
    if (this.isBusy) {
      return false;
    }
    const around = hostsOf(this.#host);
    this.isBusy = true;
    this.#failure = undefined;
    this.#refusal = undefined;
    this.#host.requestUpdate();
    try {
      this.#refusal = (await act()).refusal;
      if (this.#refusal !== undefined) {
        return false;
      }
      await requestChanged(id);
      if (said) {
        // What was pressed may be gone by now, because of it.
        tell(around.find(({ isConnected }) => isConnected) ?? this.#host, said);
      }
      return true;
    } catch (thrown) {
      this.#failure = thrown;
      return false;
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }

  /** Why the last thing was not done, if it was not. */
  notice(): TemplateResult | typeof nothing {
    if (this.#failure !== undefined) {
      return html`<sayso-notice .failure=${this.#failure}></sayso-notice>`;
    }
    return this.#refusal === undefined
      ? nothing
      : html`<sayso-notice kind="error">${refusalText(this.#refusal)}</sayso-notice>`;
  }
}

/** An element and those that it is drawn in, from within. */
function hostsOf(element: HTMLElement): HTMLElement[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof HTMLElement ? [element, ...hostsOf(root.host)] : [element];
}
