import type { Expression } from "./expression.ts";

/** What a text came to, or where it could not be read any more and why. */
export type Reading =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly at: number; readonly why: Refusal };

/** `unknown`: a function we do not have; its name stands in `word`. */
export type Refusal = { readonly kind: "sign" | "end" | "unknown" | "deep"; readonly word: string };

export type Token = {
  readonly kind: "number" | "text" | "name" | "answer" | "sign" | "end";
  readonly text: string;
  readonly at: number;
};

/** Thrown within a reader and caught at its door. */
class Unreadable extends Error {
  readonly at: number;
  readonly why: Refusal;
  constructor(at: number, why: Refusal) {
    super(why.kind);
    this.at = at;
    this.why = why;
  }
}

/** Gives up at this token. */
export const giveUp = ({ at, text }: Token, kind: Refusal["kind"] = "sign"): never => {
  throw new Unreadable(at, { kind: text === "" ? "end" : kind, word: text });
};

/** Reads a text with one of the grammars below; what it cannot read comes back with its place. */
export const reading = (work: () => Expression): Reading => {
  try {
    return { ok: true, expression: work() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, at: error.at, why: error.why };
    throw error;
  }
};

/** The words of a language for conditions: one expression with a group for each kind of token. */
export const tokensOf = (text: string, pattern: RegExp): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const blank = /^\s+/u.exec(rest)?.[0];
    if (blank) {
      at += blank.length;
      continue;
    }
    const match = pattern.exec(rest);
    if (!match?.groups) return giveUp({ kind: "sign", text: rest.slice(0, 1), at });
    const [kind, word] = Object.entries(match.groups).find(([, found]) => found !== undefined) ?? [];
    tokens.push({ kind: kind as Token["kind"], text: word ?? "", at });
    at += match[0].length;
  }
  return [...tokens, { kind: "end", text: "", at: text.length }];
};

/** A walk along the tokens that looks one ahead. */
export type Walk = {
  readonly peek: () => Token;
  readonly next: () => Token;
  /** Takes the next token if it is one of these words, in any case. */
  readonly take: (...words: readonly string[]) => Token | undefined;
  readonly expect: (word: string) => Token;
  /** Goes one level deeper, and refuses what nobody can have written by hand. */
  readonly deeper: <T>(work: () => T) => T;
};

const deepest = 100;

export const walkAlong = (tokens: readonly Token[]): Walk => {
  let index = 0;
  let depth = 0;
  const last = tokens.at(-1) ?? { kind: "end", text: "", at: 0 };
  const peek = (): Token => tokens[index] ?? last;
  const next = (): Token => {
    const token = peek();
    index += 1;
    return token;
  };
  const take = (...words: readonly string[]): Token | undefined => {
    const token = peek();
    const isWord = token.kind === "sign" || token.kind === "name";
    return isWord && words.includes(token.text.toLowerCase()) ? next() : undefined;
  };
  return {
    peek,
    next,
    take,
    expect: (word) => take(word) ?? giveUp(peek()),
    deeper: (work) => {
      depth += 1;
      if (depth > deepest) giveUp(peek(), "deep");
      const result = work();
      depth -= 1;
      return result;
    },
  };
};

/** `one (sign one)*`: operators of one rank, from the left. */
export const chain = (
  walk: Walk,
  signs: readonly string[],
  one: () => Expression,
  join: (sign: string, left: Expression, right: Expression) => Expression,
): Expression => {
  let left = one();
  for (let sign = walk.take(...signs); sign; sign = walk.take(...signs))
    left = join(sign.text.toLowerCase(), left, one());
  return left;
};

/** "a and b and c" is one list of three. */
export const joined = (is: "and" | "or", left: Expression, right: Expression): Expression => ({
  is,
  of: [...(left.is === is ? left.of : [left]), right],
});
