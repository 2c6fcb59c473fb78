/** The errors of the page API, by the names the real one uses. */

/** Refused, ignored, no such grant: one answer for all. */
export function notAllowed(): DOMException {
  return new DOMException('Not allowed.', 'NotAllowedError');
}

/** @param problem - the path and the rule it breaks: `required[0].collection: one of ratings, …` */
export function malformed(problem: string): DOMException {
  return new DOMException(problem, 'DataError');
}

export function tooMuch(problem: string): DOMException {
  return new DOMException(problem, 'QuotaExceededError');
}

export function turnedOff(): DOMException {
  return new DOMException('Sayso was updated or turned off. Reload the page.', 'InvalidStateError');
}

export function notSupported(call: string): DOMException {
  return new DOMException(`${call}: not in this version.`, 'NotSupportedError');
}
