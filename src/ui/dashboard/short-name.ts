/** As much of a name as fits into a sentence: a title, a button's label, a message. At most 80 characters and a sign that there is more. */
export function shortName(name: string): string {
  const characters = Array.from(name.slice(0, 400));
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS).join('').trimEnd()}…` : name;
}

const MAX_CHARACTERS = 80;
