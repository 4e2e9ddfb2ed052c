/** A search tries about as many ways as the length of the text to the power of the repetitions; no more than this. */
const manyWays = 10_000_000;
const repetition = /[*+]|\{\d+,\d*\}/gu;

/** Does a repetition repeat a repetition or a choice? Such a pattern can take longer than anybody waits. */
const repeatsItself = (plain: string): boolean => {
  const group = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?([^()]*)\)([*+]|\{\d+,\d*\})?/u;
  let rest = plain;
  for (let found = group.exec(rest); found; found = group.exec(rest)) {
    const [whole, inner = "", outer] = found;
    const varies = /[*+|]|\{\d+,/u.test(inner);
    if (varies && outer) return true;
    rest = rest.replace(whole, () => (varies || outer ? "x+" : "x"));
  }
  return false;
};

/**
 * Is the whole text of this pattern? Patterns come from files of others: what cannot be read, or could keep the
 * server busy, is not held against the text.
 */
export const fits = (text: string, pattern: string): boolean => {
  const plain = pattern.replace(/\\./gu, "x").replace(/\[[^\]]*\]/gu, "x");
  const repetitions = plain.match(repetition)?.length ?? 0;
  const tried = text.slice(0, 500);
  if (repeatsItself(plain) || tried.length ** repetitions > manyWays) return true;
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(tried);
  } catch {
    return true;
  }
};
