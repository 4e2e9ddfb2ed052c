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

const pattern =
  /^(?:(?<number>\d+(?:\.\d+)?|\.\d+)|"(?<text>[^"]*)"|'(?<text>[^']*)'|\$\{\s*(?<answer>[A-Za-z_][\w.-]*)\s*\}|(?<sign><=|>=|!=|[()=<>+*,/-]|\.{1,2}(?!\d))|(?<name>[A-Za-z_][\w:-]*))/u;

type Call = (of: readonly Expression[], token: Token) => Expression;

const call =
  (name: Extract<Expression, { is: "call" }>["name"], from: number, to = from): Call =>
  (of, token) =>
    of.length < from || of.length > to ? giveUp(token) : { is: "call", name, of };

const one = (of: readonly Expression[], token: Token): Expression => of[0] ?? giveUp(token);

const value =
  (of: boolean): Call =>
  () => ({ is: "value", value: of });

/** The functions of XLSForm that we have; each is refused with the wrong number of arguments. */
const calls: Readonly<Record<string, Call>> = {
  not: (of, token) => ({ is: "not", of: one(of, token) }),
  selected: ([list, wanted], token) =>
    list && wanted ? { is: "selected", list, value: wanted } : giveUp(token),
  "count-selected": (of, token) => ({ is: "count", of: one(of, token) }),
  if: ([when, yes, no], token) => (when && yes && no ? { is: "if", when, yes, no } : giveUp(token)),
  coalesce: ([first, second], token) =>
    first && second ? { is: "if", when: { is: "empty", of: first }, yes: second, no: first } : giveUp(token),
  once: one,
  regex: ([text, match], token) =>
    text && match?.is === "value" ? { is: "matches", text, pattern: String(match.value) } : giveUp(token),
  concat: call("join", 1, 20),
  "string-length": call("length", 1),
  contains: call("contains", 2),
  "starts-with": ([text, start], token) =>
    text && start?.is === "value"
      ? {
          is: "matches",
          text,
          pattern: `${String(start.value).replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&")}[\\s\\S]*`,
        }
      : giveUp(token),
  round: call("round", 1, 2),
  int: call("integer", 1),
  number: call("number", 1),
  string: call("text", 1),
  "format-date": (of, token) => one(of, token),
  date: one,
  today: call("today", 0),
  now: call("today", 0),
  min: call("min", 1, 20),
  max: call("max", 1, 20),
  sum: call("sum", 1, 20),
  true: value(true),
  false: value(false),
  boolean: (of, token) => ({ is: "not", of: { is: "not", of: one(of, token) } }),
};

const grammar = (walk: Walk): { readonly whole: () => Expression } => {
  const whole = (): Expression =>
    walk.deeper(() => chain(walk, ["or"], conjunction, (_, left, right) => joined("or", left, right)));
  const conjunction = (): Expression =>
    chain(walk, ["and"], equality, (_, left, right) => joined("and", left, right));
  const compare = (by: string, left: Expression, right: Expression): Expression =>
    ({ is: "compare", by, left, right }) as Expression;
  const equality = (): Expression => chain(walk, ["=", "!="], relation, compare);
  const relation = (): Expression => chain(walk, ["<", "<=", ">", ">="], sum, compare);
  const reckon = (sign: string, left: Expression, right: Expression): Expression =>
    ({ is: "arithmetic", by: sign === "div" || sign === "/" ? "/" : sign, left, right }) as Expression;
  const sum = (): Expression => chain(walk, ["+", "-"], product, reckon);
  const product = (): Expression => chain(walk, ["*", "div", "mod"], signed, reckon);
  const signed = (): Expression => {
    if (!walk.take("-")) return atom();
    const of = walk.deeper(signed);
    if (of.is === "value" && typeof of.value === "number") return { is: "value", value: -of.value };
    return { is: "arithmetic", by: "-", left: { is: "value", value: 0 }, right: of };
  };
  const parts = (): Expression[] => {
    if (walk.take(")")) return [];
    const of = [whole()];
    while (walk.take(",")) of.push(whole());
    walk.expect(")");
    return of;
  };
  const atom = (): Expression => {
    const token = walk.next();
    if (token.kind === "number") return { is: "value", value: Number(token.text) };
    if (token.kind === "text") return { is: "value", value: token.text };
    if (token.kind === "answer") return { is: "answer", of: token.text };
    if (token.text === ".") return { is: "this" };
    if (token.text === "(") {
      const inner = whole();
      walk.expect(")");
      return inner;
    }
    if (token.kind !== "name") return giveUp(token);
    const known = calls[token.text.toLowerCase()];
    if (!known || walk.peek().text !== "(") return giveUp(token, "unknown");
    walk.next();
    return known(parts(), token);
  };
  return { whole };
};

/** A condition or calculation as XLSForm writes it (XPath with `${name}` and `.`), as our tree. */
export const readXpath = (text: string): Reading =>
  reading(() => {
    const tokens = tokensOf(text.replace(/[“”„]/gu, '"').replace(/[‘’‚]/gu, "'"), pattern);
    const walk = walkAlong(tokens);
    const expression = grammar(walk).whole();
    if (walk.peek().kind !== "end") giveUp(walk.peek());
    return expression;
  });

const quoted = (text: string): string =>
  text.includes("'") ? `"${text.replaceAll('"', "”")}"` : `'${text}'`;

const names = {
  round: "round",
  integer: "int",
  number: "number",
  text: "string",
  length: "string-length",
  contains: "contains",
  join: "concat",
  sum: "sum",
  min: "min",
  max: "max",
  today: "today",
} as const;

const literal = (of: string | number | boolean): string =>
  typeof of === "string" ? quoted(of) : typeof of === "boolean" ? `${of}()` : String(of);

const group = (expression: Expression): string =>
  ["and", "or", "compare", "arithmetic"].includes(expression.is)
    ? `(${writeXpath(expression)})`
    : writeXpath(expression);

/** The same tree as XLSForm writes it. An age has no function there: it is reckoned from the days. */
export const writeXpath = (expression: Expression): string => {
  switch (expression.is) {
    case "value":
      return literal(expression.value);
    case "answer":
      return `\${${expression.row === undefined ? expression.of : `${expression.of}_${expression.row}`}}`;
    case "this":
      return ".";
    case "and":
    case "or":
      return expression.of.length === 0
        ? literal(expression.is === "and")
        : expression.of.map(group).join(` ${expression.is} `);
    case "not":
      return `not(${writeXpath(expression.of)})`;
    case "empty":
      return `${group(expression.of)} = ''`;
    case "count":
      return `count-selected(${writeXpath(expression.of)})`;
    case "compare":
      return `${group(expression.left)} ${expression.by} ${group(expression.right)}`;
    case "arithmetic":
      return `${group(expression.left)} ${expression.by === "/" ? "div" : expression.by} ${group(expression.right)}`;
    case "selected":
      return `selected(${writeXpath(expression.list)}, ${writeXpath(expression.value)})`;
    case "matches":
      return `regex(${writeXpath(expression.text)}, ${quoted(expression.pattern)})`;
    case "if":
      return `if(${[expression.when, expression.yes, expression.no].map(writeXpath).join(", ")})`;
    case "call":
      return expression.name === "years"
        ? `int((today() - date(${expression.of.map(writeXpath).join(", ")})) div 365.25)`
        : `${names[expression.name]}(${expression.of.map(writeXpath).join(", ")})`;
  }
};
