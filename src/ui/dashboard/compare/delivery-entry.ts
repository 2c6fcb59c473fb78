import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import {
  type DeliveryInput,
  deliveryOf,
  deliveryProblems,
  keepDelivery,
  keptDelivery,
} from '../../../app/delivery-details.ts';
import type { DeliveryDetails } from '../../../domain/request-for-proposals.ts';
import { deliveryForm, deliveryInput } from './delivery-form.ts';

/** What delivery needs while it is typed in, and whether it is kept for the next time: only if the person ticks that. */
export class DeliveryEntry implements ReactiveController {
  input: DeliveryInput = deliveryInput(undefined, undefined);
  problems: readonly (keyof DeliveryInput)[] = [];
  isKept = false;
  #wasKept = false;
  #isTouched = false;
  readonly #host: ReactiveControllerHost;
  readonly #from: () => { readonly context: AppContext; readonly country: string | undefined };

  constructor(
    host: ReactiveControllerHost,
    from: () => { readonly context: AppContext; readonly country: string | undefined },
  ) {
    this.#host = host;
    this.#from = from;
    host.addController(this);
  }

  hostConnected(): void {
    const { context, country } = this.#from();
    this.input = deliveryInput(undefined, country);
    void this.#fill(context, country);
  }

  /** The form, with what is not right yet marked. */
  fields() {
    return deliveryForm({
      input: this.input,
      problems: this.problems,
      onInput: (field, text) => {
        this.#isTouched = true;
        this.input = { ...this.input, [field]: text };
        this.problems = this.problems.filter((other) => other !== field);
        this.#host.requestUpdate();
      },
    });
  }

  keep(isKept: boolean): void {
    this.isKept = isKept;
    this.#host.requestUpdate();
  }

  /** @returns `undefined` when something is missing, which is marked then */
  read(): DeliveryDetails | undefined {
    this.problems = deliveryProblems(this.input);
    this.#host.requestUpdate();
    return this.problems.length === 0 ? deliveryOf(this.input) : undefined;
  }

  /** Keeps it if the person ticked that; what was kept before goes when they took the tick away. */
  async remember(context: AppContext, delivery: DeliveryDetails): Promise<void> {
    if (this.isKept || this.#wasKept) {
      await keepDelivery(context, this.isKept ? delivery : undefined);
    }
  }

  async #fill(context: AppContext, country: string | undefined): Promise<void> {
    const kept = await keptDelivery(context);
    if (kept && !this.#isTouched) {
      this.input = deliveryInput(kept, country);
      this.isKept = true;
      this.#wasKept = true;
      this.#host.requestUpdate();
    }
  }
}
