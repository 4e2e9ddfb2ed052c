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
  /^(?:(?<number>\d+(?:\.\d+)?)(?![\w])|"(?<text>(?:[^"\\]|\\.)*)"|'(?<text>(?:[^'\\]|\\.)*)'|\{(?<answer>[^{}]+)\}|(?<sign>&&|\|\||==|<=|>=|!=|<>|[()[\]=<>+*,%/!-])|(?<name>[A-Za-z_]\w*))/u;

const comparing: Readonly<Record<string, "=" | "!=" | "<" | "<=" | ">" | ">=">> = {
  "=": "=",
  "==": "=",
  equal: "=",
  "!=": "!=",
  "<>": "!=",
  notequal: "!=",
  "<": "<",
  less: "<",
  "<=": "<=",
  lessorequal: "<=",
  ">": ">",
  greater: ">",
  ">=": ">=",
  greaterorequal: ">=",
};
const among = ["contains", "contain", "notcontains", "notcontain", "anyof", "allof", "noneof", "containsall"];

const not = (of: Expression): Expression => ({ is: "not", of });

const selections = (list: Expression, wanted: readonly Expression[]): Expression[] =>
  wanted.map((value): Expression => ({ is: "selected", list, value }));

const inList = (word: string, left: Expression, wanted: readonly Expression[]): Expression => {
  const each = selections(left, wanted);
  const [single] = each;
  if (word === "anyof") return { is: "or", of: each };
  if (word === "noneof") return not({ is: "or", of: each });
  const all: Expression = each.length === 1 && single ? single : { is: "and", of: each };
  return word.startsWith("not") ? not(all) : all;
};

type Call = (of: readonly Expression[], token: Token) => Expression;
const call =
  (name: Extract<Expression, { is: "call" }>["name"]): Call =>
  (of) => ({ is: "call", name, of });

const calls: Readonly<Record<string, Call>> = {
  iif: ([when, yes, no], token) => (when && yes && no ? { is: "if", when, yes, no } : giveUp(token)),
  sum: call("sum"),
  min: call("min"),
  max: call("max"),
  round: call("round"),
  trunc: call("integer"),
  today: call("today"),
  age: call("years"),
  isnotempty: ([of], token) => (of ? not({ is: "empty", of }) : giveUp(token)),
};

/** `{table.row}` is a line of a table; panels that repeat we do not have. */
const answerNamed = (token: Token): Expression => {
  const text = token.text.trim();
  if (/^(panel|row|item|choice)\.|^#|\[/u.test(text)) return giveUp(token, "unknown");
  const [of = "", row, ...rest] = text.split(".");
  if (rest.length > 0) return giveUp(token, "unknown");
  return row === undefined ? { is: "answer", of } : { is: "answer", of, row };
};

const plainText = (text: string): string => text.replace(/\\(.)/gu, "$1");

const grammar = (walk: Walk): { readonly whole: () => Expression } => {
  const whole = (): Expression =>
    walk.deeper(() => chain(walk, ["or", "||"], conjunction, (_, left, right) => joined("or", left, right)));
  const conjunction = (): Expression =>
    chain(walk, ["and", "&&"], relation, (_, left, right) => joined("and", left, right));
  const list = (end: string): Expression[] => {
    if (walk.take(end)) return [];
    const of = [whole()];
    while (walk.take(",")) of.push(whole());
    walk.expect(end);
    return of;
  };
  const relation = (): Expression => {
    const left = sum();
    const empty = walk.take("empty", "notempty");
    if (empty) {
      const is: Expression = { is: "empty", of: left };
      return empty.text.toLowerCase() === "empty" ? is : not(is);
    }
    const word = walk.take(...among);
    if (word) return inList(word.text.toLowerCase(), left, walk.take("[") ? list("]") : [sum()]);
    const sign = walk.take(...Object.keys(comparing));
    if (!sign) return left;
    return { is: "compare", by: comparing[sign.text.toLowerCase()] ?? "=", left, right: compared(left) };
  };
  // "{list} = ['a']" compares with a list of one.
  const compared = (left: Expression): Expression => {
    if (!walk.take("[")) return sum();
    const of = list("]");
    return of.length === 1 && of[0]
      ? of[0]
      : left.is === "answer"
        ? { is: "call", name: "join", of: spaced(of) }
        : giveUp(walk.peek());
  };
  const reckon = (sign: string, left: Expression, right: Expression): Expression =>
    ({ is: "arithmetic", by: sign === "%" ? "mod" : sign, left, right }) as Expression;
  const sum = (): Expression => chain(walk, ["+", "-"], product, reckon);
  const product = (): Expression => chain(walk, ["*", "/", "%"], signed, reckon);
  const signed = (): Expression => {
    if (walk.take("!", "negate", "not")) return not(walk.deeper(signed));
    if (!walk.take("-")) return atom();
    const of = walk.deeper(signed);
    if (of.is === "value" && typeof of.value === "number") return { is: "value", value: -of.value };
    return { is: "arithmetic", by: "-", left: { is: "value", value: 0 }, right: of };
  };
  const atom = (): Expression => {
    const token = walk.next();
    if (token.kind === "number") return { is: "value", value: Number(token.text) };
    if (token.kind === "text") return { is: "value", value: plainText(token.text) };
    if (token.kind === "answer") return answerNamed(token);
    if (token.text === "(") {
      const inner = whole();
      walk.expect(")");
      return inner;
    }
    if (token.kind !== "name") return giveUp(token);
    if (walk.peek().text !== "(") {
      const word = token.text.toLowerCase();
      if (word === "true" || word === "false") return { is: "value", value: word === "true" };
      // A word without quotes is a text there.
      return { is: "value", value: token.text };
    }
    const known = calls[token.text.toLowerCase()];
    if (!known) return giveUp(token, "unknown");
    walk.next();
    return known(list(")"), token);
  };
  return { whole };
};

const spaced = (of: readonly Expression[]): Expression[] =>
  of.flatMap((part, index): Expression[] => (index === 0 ? [part] : [{ is: "value", value: " " }, part]));

/** A condition as SurveyJS writes it, `{question} = 'value'`, as our tree. */
export const readSurveyJs = (text: string): Reading =>
  reading(() => {
    const walk = walkAlong(tokensOf(text, pattern));
    const expression = grammar(walk).whole();
    if (walk.peek().kind !== "end") giveUp(walk.peek());
    return expression;
  });

const names = {
  round: "round",
  integer: "trunc",
  sum: "sum",
  min: "min",
  max: "max",
  today: "today",
  years: "age",
} as const;

const literal = (value: string | number | boolean): string =>
  typeof value === "string" ? `'${value.replace(/[\\']/gu, "\\$&")}'` : String(value);

const group = (expression: Expression): string =>
  ["and", "or", "compare", "arithmetic", "selected", "empty"].includes(expression.is)
    ? `(${parts(expression)})`
    : parts(expression);

/** What SurveyJS has no word for. */
class Unwritable extends Error {}

const parts = (expression: Expression): string => {
  switch (expression.is) {
    case "value":
      return literal(expression.value);
    case "answer":
      return `{${expression.row === undefined ? expression.of : `${expression.of}.${expression.row}`}}`;
    case "and":
    case "or":
      return expression.of.length === 0
        ? literal(expression.is === "and")
        : expression.of.map(group).join(` ${expression.is} `);
    case "not":
      return `!(${parts(expression.of)})`;
    case "empty":
      return `${group(expression.of)} empty`;
    case "compare":
      return `${group(expression.left)} ${expression.by} ${group(expression.right)}`;
    case "arithmetic":
      return `${group(expression.left)} ${expression.by === "mod" ? "%" : expression.by} ${group(expression.right)}`;
    case "selected":
      return `${group(expression.list)} contains ${group(expression.value)}`;
    case "if":
      return `iif(${[expression.when, expression.yes, expression.no].map(parts).join(", ")})`;
    case "call":
      if (!(expression.name in names)) throw new Unwritable(expression.name);
      return `${names[expression.name as keyof typeof names]}(${expression.of.map(parts).join(", ")})`;
    case "this":
    case "count":
    case "matches":
      throw new Unwritable(expression.is);
  }
};

/** The same tree as SurveyJS writes it; nothing where it has no word for it. */
export const writeSurveyJs = (expression: Expression): string | undefined => {
  try {
    return parts(expression);
  } catch (error) {
    if (error instanceof Unwritable) return undefined;
    throw error;
  }
};
