import { css, html, LitElement } from 'lit';
import { hashOf } from '../dashboard/route.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { choosePicture, keepPicture, pictureStyle, unseenPicture } from './pictures.ts';

/** What a person sees first: what Sayso does and doesn't, in three pictures, and two first steps. */
export class SaysoWelcome extends LitElement {
  static override styles = [
    base,
    controls,
    pictureStyle,
    css`
      main {
        max-inline-size: 68rem;
        margin-inline: auto;
        padding: var(--sayso-gap-6) var(--sayso-gap-5);
      }

      header {
        max-inline-size: 40rem;
      }

      h1 {
        font-size: clamp(1.625rem, 1.2rem + 2vw, 2.25rem);
      }

      header p {
        margin-block-start: var(--sayso-gap-3);
        font-size: var(--sayso-large);
      }

      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
        gap: var(--sayso-gap-6) var(--sayso-gap-5);
        margin-block-start: var(--sayso-gap-6);
      }

      .columns h2 {
        margin-block: var(--sayso-gap-4) var(--sayso-gap-2);
      }

      .steps {
        margin-block-start: calc(var(--sayso-gap-6) * 1.5);
        padding-block-start: var(--sayso-gap-6);
        border-block-start: 1px solid var(--sayso-line);
      }

      ol {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
        gap: var(--sayso-gap-5) var(--sayso-gap-6);
        margin-block-start: var(--sayso-gap-4);
      }

      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--sayso-gap-4);
      }

      .number {
        display: grid;
        place-items: center;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        border: 2px solid var(--sayso-accent);
        border-radius: 50%;
        color: var(--sayso-accent);
        font-weight: 700;
      }

      li p {
        margin-block: var(--sayso-gap-1) var(--sayso-gap-3);
      }
    `,
  ];

  protected override render() {
    return html`<main>
      <header>
        <h1>${t('welcome_title')}</h1>
        <p>${t('welcome_lead')}</p>
      </header>
      <div class="columns">
        <section>
          ${keepPicture()}
          <h2>${t('welcome_keep')}</h2>
          <p class="quiet">${t('welcome_keep_text')}</p>
        </section>
        <section>
          ${unseenPicture()}
          <h2>${t('welcome_unseen')}</h2>
          <p class="quiet">${t('welcome_unseen_text')}</p>
        </section>
        <section>
          ${choosePicture()}
          <h2>${t('welcome_choose')}</h2>
          <p class="quiet">${t('welcome_choose_text')}</p>
        </section>
      </div>
      <section class="steps" aria-labelledby="steps">
        <h2 id="steps">${t('welcome_steps')}</h2>
        <ol role="list">
          <li>
            <span class="number" aria-hidden="true">1</span>
            <div>
              <h3>${t('welcome_pin')}</h3>
              <p class="quiet">${t('welcome_pin_text')}</p>
            </div>
          </li>
          <li>
            <span class="number" aria-hidden="true">2</span>
            <div>
              <h3>${t('welcome_rate')}</h3>
              <p class="quiet">${t('welcome_rate_text')}</p>
              <div class="row">
                <a class="button primary" href="../dashboard/dashboard.html${hashOf('preferences')}">${t('welcome_preference')}</a>
                <a class="button" href="../dashboard/dashboard.html">${t('welcome_dashboard')}</a>
              </div>
            </div>
          </li>
        </ol>
      </section>
    </main>`;
  }
}

customElements.define('sayso-welcome', SaysoWelcome);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-welcome': SaysoWelcome;
  }
}
