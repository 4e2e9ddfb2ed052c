import type { Expression } from "./expression.ts";
import {
  chain,
  giveUp,
  joined,
  type Reading,
  reading,
  type Token,
  tokensOf,
  type Walk,
  walkAlong,
} from "./expression-reader.ts";

/** What a name of LimeSurvey comes to with us; nothing where it leads nowhere. */
export type Naming = (name: string) => Expression | undefined;

const pattern =
  /^(?:(?<number>\d+(?:\.\d+)?(?![\w]))|"(?<text>[^"]*)"|'(?<text>[^']*)'|(?<sign>&&|\|\||===?|!==?|<=|>=|<>|[()=<>+*,%/!-])|(?<name>[A-Za-z0-9_][\w.:]*))/u;

const signs: Readonly<Record<string, "=" | "!=" | "<" | "<=" | ">" | ">=">> = {
  "=": "=",
  "==": "=",
  "===": "=",
  eq: "=",
  "!=": "!=",
  "!==": "!=",
  "<>": "!=",
  ne: "!=",
  "<": "<",
  lt: "<",
  "<=": "<=",
  le: "<=",
  ">": ">",
  gt: ">",
  ">=": ">=",
  ge: ">=",
};

type Call = (of: readonly Expression[], token: Token) => Expression;
const call =
  (name: Extract<Expression, { is: "call" }>["name"]): Call =>
  (of) => ({ is: "call", name, of });
const one: Call = ([of], token) => of ?? giveUp(token);

const calls: Readonly<Record<string, Call>> = {
  is_empty: (of, token) => ({ is: "empty", of: one(of, token) }),
  if: ([when, yes, no], token) =>
    when && yes ? { is: "if", when, yes, no: no ?? { is: "value", value: "" } } : giveUp(token),
  intval: call("integer"),
  floor: call("integer"),
  floatval: call("number"),
  is_numeric: (of, token) => ({ is: "matches", text: one(of, token), pattern: "[-+]?[0-9]+([.,][0-9]+)?" }),
  strlen: call("length"),
  round: call("round"),
  sum: call("sum"),
  min: call("min"),
  max: call("max"),
  join: call("join"),
  trim: one,
  count: (of) => ({
    is: "call",
    name: "sum",
    of: of.map((part) => ({
      is: "if",
      when: { is: "empty", of: part },
      yes: { is: "value", value: 0 },
      no: { is: "value", value: 1 },
    })),
  }),
  regexmatch: ([match, text], token) =>
    match?.is === "value" && text
      ? {
          is: "matches",
          text,
          pattern: String(match.value)
            .replace(/^\/\^?|\$?\/[a-z]*$/gu, "")
            .slice(0, 500),
        }
      : giveUp(token),
};

/** "X == 'Y'" of a box that was ticked is only the box. */
const compared = (by: string, left: Expression, right: Expression): Expression => {
  const isBox =
    left.is === "if" && left.when.is === "selected" && right.is === "value" && right.value === "Y";
  if (isBox && by === "=") return left.when;
  if (isBox && by === "!=") return { is: "not", of: left.when };
  return { is: "compare", by, left, right } as Expression;
};

const grammar = (walk: Walk, naming: Naming): (() => Expression) => {
  const whole = (): Expression =>
    walk.deeper(() => chain(walk, ["or", "||"], both, (_, left, right) => joined("or", left, right)));
  const both = (): Expression =>
    chain(walk, ["and", "&&"], relation, (_, left, right) => joined("and", left, right));
  const relation = (): Expression => {
    const left = sum();
    const sign = walk.take(...Object.keys(signs));
    return sign ? compared(signs[sign.text.toLowerCase()] ?? "=", left, sum()) : left;
  };
  const reckon = (sign: string, left: Expression, right: Expression): Expression =>
    ({ is: "arithmetic", by: sign === "%" ? "mod" : sign, left, right }) as Expression;
  const sum = (): Expression => chain(walk, ["+", "-"], product, reckon);
  const product = (): Expression => chain(walk, ["*", "/", "%"], atom, reckon);
  const list = (): Expression[] => {
    if (walk.take(")")) return [];
    const of = [whole()];
    while (walk.take(",")) of.push(whole());
    walk.expect(")");
    return of;
  };
  const atom = (): Expression => {
    if (walk.take("!", "not")) return { is: "not", of: walk.deeper(atom) };
    const token = walk.next();
    if (token.kind === "number") return { is: "value", value: Number(token.text) };
    if (token.kind === "text") return { is: "value", value: token.text };
    if (token.text === "-")
      return { is: "arithmetic", by: "-", left: { is: "value", value: 0 }, right: walk.deeper(atom) };
    if (token.text === "(") {
      const inner = whole();
      walk.expect(")");
      return inner;
    }
    if (token.kind !== "name") return giveUp(token);
    if (walk.take("("))
      return (calls[token.text.toLowerCase()] ?? (() => giveUp(token, "unknown")))(list(), token);
    const name = token.text.replace(/\.(NAOK|shown|value|code|valueNAOK)$/u, "");
    if (/^(self|this)$/u.test(name)) return { is: "this" };
    return naming(name) ?? giveUp(token, "unknown");
  };
  return whole;
};

/** A condition as LimeSurvey writes it, `Q1.NAOK == "A1"`, as our tree. */
export const readRelevance = (text: string, naming: Naming): Reading =>
  reading(() => {
    const walk = walkAlong(tokensOf(text.replace(/[“”]/gu, '"'), pattern));
    const expression = grammar(walk, naming)();
    if (walk.peek().kind !== "end") giveUp(walk.peek());
    return expression;
  });
