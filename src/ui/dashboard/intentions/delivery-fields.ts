import { html, type TemplateResult } from 'lit';
import { t } from '../../i18n.ts';
import { type DraftForm, inputField, selectField, tickField } from './draft-form.ts';
import { namedCountries, ownCountry } from './regions.ts';
import { PAYMENT_METHODS } from './request-draft.ts';

/** Where to, how it comes, how it is paid and how long it is answered for. */
export function deliveryFields(form: DraftForm): TemplateResult {
  const { draft } = form;
  const countries = namedCountries();
  const own = countries.filter(({ code }) => code === ownCountry());
  return html`
    <p class="small quiet">${t('intentions_area_hint')}</p>
    <div class="pair">
      ${selectField(form, {
        id: 'country',
        label: t('intentions_country'),
        value: draft.country,
        options: [
          { value: '', name: t('intentions_country_none') },
          // Offered before all others, and chosen by nobody but the person: vendors are told of it.
          ...[...own, ...countries.filter((country) => !own.includes(country))].map(({ code, name }) => ({
            value: code,
            name,
          })),
        ],
        onInput: (country) => form.change({ country }),
      })}
      ${inputField(form, {
        id: 'region',
        label: t('intentions_region'),
        value: draft.region,
        hint: t('intentions_region_hint'),
        maxLength: 100,
        onInput: (region) => form.change({ region }),
      })}
    </div>
    <fieldset>
      <legend>${t('intentions_delivery')}</legend>
      ${tickField({
        id: 'delivered',
        label: t('intentions_delivery_home'),
        isTicked: draft.isDelivered,
        onChange: (isDelivered) => form.change({ isDelivered }),
      })}
      ${tickField({
        id: 'pickedUp',
        label: t('intentions_delivery_pick_up'),
        isTicked: draft.isPickedUp,
        onChange: (isPickedUp) => form.change({ isPickedUp }),
      })}
    </fieldset>
    <fieldset>
      <legend>${t('intentions_payment')}</legend>
      <div class="ticks">
        ${PAYMENT_METHODS.map((method) =>
          tickField({
            id: `payment-${method}`,
            label: t(`intentions_payment_${method}`),
            isTicked: draft.payment.includes(method),
            onChange: (isTicked) =>
              form.change({
                payment: PAYMENT_METHODS.filter((one) => (one === method ? isTicked : draft.payment.includes(one))),
              }),
          }),
        )}
      </div>
    </fieldset>
    ${inputField(form, {
      id: 'otherPayment',
      label: t('intentions_payment_other'),
      value: draft.otherPayment,
      hint: t('intentions_payment_other_hint'),
      maxLength: 300,
      onInput: (otherPayment) => form.change({ otherPayment }),
    })}
    ${inputField(form, {
      id: 'warrantyMonths',
      label: t('intentions_warranty'),
      value: draft.warrantyMonths,
      inputMode: 'numeric',
      maxLength: 3,
      onInput: (warrantyMonths) => form.change({ warrantyMonths }),
    })}
  `;
}
