/** A receipt for what a person gave with a message, in the words of the Data Privacy Vocabulary. Both sides make the same one. */
import { INTENT_AGREEMENT } from '../ask-schema.ts';
import { digestOf, type PersonEnvelope } from './envelope.ts';

/** What stands under a message may be used for: the quote, and the order that may come of it. */
const PURPOSE = 'dpv:EstablishContractualAgreement';

/** In the manner of the profile for ISO/IEC TS 27560: who, whom, what for, which data, under which terms, since when, and whether still. */
export interface ConsentRecord {
  readonly '@context': Readonly<Record<'dpv' | 'dct', string>>;
  readonly '@type': 'dpv:ConsentRecord';
  /** The message that it is about, by its digest: who has the message can check that it is this one. */
  readonly 'dct:identifier': string;
  readonly 'dct:created': string;
  readonly 'dpv:hasDataSubject': { readonly '@type': 'dpv:DataSubject'; readonly 'dct:identifier': string };
  readonly 'dpv:hasDataController': { readonly '@type': 'dpv:DataController'; readonly '@id': string };
  readonly 'dpv:hasConsentStatus': 'dpv:ConsentGiven' | 'dpv:ConsentWithdrawn';
  readonly 'dpv:hasNotice': { readonly '@type': 'dpv:ConsentNotice'; readonly 'dct:identifier': string };
  readonly 'dpv:hasProcess': {
    readonly '@type': 'dpv:Process';
    readonly 'dpv:hasPurpose': { readonly '@type': typeof PURPOSE };
    /** The names of what was told, not what it was. */
    readonly 'dpv:hasPersonalData': readonly {
      readonly '@type': 'dpv:PersonalData';
      readonly 'dct:description': string;
    }[];
  };
}

/**
 * The receipt of a message. It is made of the signed message alone, so that a vendor who signs it in turn, and a person who
 * checks that, need to agree on nothing else.
 */
export async function consentRecordOf(message: PersonEnvelope): Promise<ConsentRecord> {
  const { body } = message;
  const isOver = body['kind'] === 'ended' || body['kind'] === 'let-down';
  return {
    '@context': { dpv: 'https://w3id.org/dpv#', dct: 'http://purl.org/dc/terms/' },
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': await digestOf(message),
    'dct:created': message.at,
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': message.from },
    'dpv:hasDataController': { '@type': 'dpv:DataController', '@id': message.to },
    'dpv:hasConsentStatus': isOver ? 'dpv:ConsentWithdrawn' : 'dpv:ConsentGiven',
    'dpv:hasNotice': { '@type': 'dpv:ConsentNotice', 'dct:identifier': `ieee-7012:${INTENT_AGREEMENT}` },
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      'dpv:hasPurpose': { '@type': PURPOSE },
      'dpv:hasPersonalData': fieldsOf(body).map((field) => ({
        '@type': 'dpv:PersonalData',
        'dct:description': field,
      })),
    },
  };
}

/** The fields of the copy, where one was sent, else of the message, in one order. */
function fieldsOf(body: PersonEnvelope['body']): string[] {
  const copy = body['demand'];
  const told = typeof copy === 'object' && copy !== null ? copy : body;
  return Object.keys(told)
    .filter((name) => name !== '@type' && name !== 'kind')
    .sort();
}
