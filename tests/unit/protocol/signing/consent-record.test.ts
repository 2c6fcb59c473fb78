import { describe, expect, it } from 'vitest';
import { consentRecordOf } from '../../../../src/protocol/signing/consent-record.ts';
import { digestOf, sealPersonMessage } from '../../../../src/protocol/signing/envelope.ts';
import { newSigningKey } from '../../../../src/protocol/signing/signing-key.ts';
import { ASKED, NOW, THREAD } from '../../../support/request-samples.ts';
import { SHOP } from '../../../support/samples.ts';

async function letter(body: Record<string, unknown>) {
  const message = { from: ASKED.person, to: SHOP, request: THREAD, number: 1, body, nowMs: NOW };
  return sealPersonMessage(message, await newSigningKey());
}

describe('a receipt', () => {
  it('says who gave what to whom, for what, under which terms and when, and repeats none of it', async () => {
    const message = await letter({
      kind: 'request',
      demand: { '@type': 'Demand', validThrough: '2026-12-01', itemOffered: { category: 'pushchair' } },
    });
    const record = await consentRecordOf(message);
    expect(record).toMatchObject({
      '@type': 'dpv:ConsentRecord',
      'dct:identifier': await digestOf(message),
      'dct:created': new Date(NOW).toISOString(),
      'dpv:hasDataSubject': { 'dct:identifier': ASKED.person },
      'dpv:hasDataController': { '@id': SHOP },
      'dpv:hasConsentStatus': 'dpv:ConsentGiven',
      'dpv:hasNotice': { 'dct:identifier': 'ieee-7012:PDC-INTENT' },
    });
    const fields = record['dpv:hasProcess']['dpv:hasPersonalData'].map((data) => data['dct:description']);
    expect(fields).toEqual(['itemOffered', 'validThrough']);
    expect(JSON.stringify(record)).not.toContain('pushchair');
  });

  it('is the same on both sides, from the message as it came', async () => {
    const message = await letter({ kind: 'request', demand: { b: 1, a: 2 } });
    const came = JSON.parse(JSON.stringify(message)) as typeof message;
    const turned = { ...came, body: { ...came.body, demand: { a: 2, b: 1 } } };
    expect(await consentRecordOf(turned)).toEqual(await consentRecordOf(message));
  });

  it.each([{ kind: 'ended', as: 'withdrawn' }, { kind: 'let-down' }])('of a last word ends it: %j', async (body) => {
    expect(await consentRecordOf(await letter(body))).toMatchObject({ 'dpv:hasConsentStatus': 'dpv:ConsentWithdrawn' });
  });
});
