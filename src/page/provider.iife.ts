import { provide } from './provide.ts';

// Registered by match pattern, which knows no port and forgives a trailing dot: on those other origins, leave no trace.
if (isSecureContext && location.port === '' && !location.hostname.endsWith('.')) {
  provide();
}
