/** The vendor's server: reading requests for proposals, checking and signing replies. Runs in Node and in fetch-style servers. */
export { declineOf, offerFor, questionOn, type QuoteParts, quoteFor, referralOf } from './build-reply.ts';
export { checkEvidence } from './check-evidence.ts';
export { checkReply } from './check-reply.ts';
export { type ConformanceOptions, type ConformanceResult, runConformance } from './conformance.ts';
export { type Ledger, memoryLedger } from './ledger.ts';
export { nodeListener, type NodeRequest, type NodeResponse } from './node-listener.ts';
export { ReplyError } from './reply-error.ts';
export { createRequestHandler, type RequestHandler, type RequestHandlerOptions } from './request-handler.ts';
export { newVendorKey, type PrivateKeyJwk } from './new-vendor-key.ts';
