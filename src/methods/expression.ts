import * as z from "zod";

/** How two values are compared; a number beside a text is compared as a number where the text is one. */
export const comparisons = ["=", "!=", "<", "<=", ">", ">="] as const;
export const operations = ["+", "-", "*", "/", "mod"] as const;
/** What can be asked of values beside comparing them. */
export const functions = [
  "round",
  "integer",
  "number",
  "text",
  "length",
  "contains",
  "join",
  "sum",
  "min",
  "max",
  "today",
  "years",
] as const;

/**
 * A condition or calculation over the answers of a questionnaire: one tree, whichever language it was written in.
 * `this` is the answer that is being checked; `selected` asks whether a value is among what was ticked.
 */
export type Expression =
  | { readonly is: "value"; readonly value: string | number | boolean }
  | { readonly is: "answer"; readonly of: string; readonly row?: string | undefined }
  | { readonly is: "this" }
  | { readonly is: "and" | "or"; readonly of: readonly Expression[] }
  | { readonly is: "not" | "empty" | "count"; readonly of: Expression }
  | {
      readonly is: "compare";
      readonly by: (typeof comparisons)[number];
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly is: "arithmetic";
      readonly by: (typeof operations)[number];
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly is: "selected"; readonly list: Expression; readonly value: Expression }
  | { readonly is: "matches"; readonly text: Expression; readonly pattern: string }
  | { readonly is: "if"; readonly when: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly is: "call"; readonly name: (typeof functions)[number]; readonly of: readonly Expression[] };

/** The tree as it is read from a file or the database. */
export const Expression: z.ZodType<Expression> = z.lazy(() =>
  z.discriminatedUnion("is", [
    z.object({ is: z.literal("value"), value: z.union([z.string().max(2_000), z.number(), z.boolean()]) }),
    z.object({ is: z.literal("answer"), of: z.string().max(120), row: z.string().max(120).optional() }),
    z.object({ is: z.literal("this") }),
    z.object({ is: z.enum(["and", "or"]), of: z.array(Expression).max(100) }),
    z.object({ is: z.enum(["not", "empty", "count"]), of: Expression }),
    z.object({ is: z.literal("compare"), by: z.enum(comparisons), left: Expression, right: Expression }),
    z.object({ is: z.literal("arithmetic"), by: z.enum(operations), left: Expression, right: Expression }),
    z.object({ is: z.literal("selected"), list: Expression, value: Expression }),
    z.object({ is: z.literal("matches"), text: Expression, pattern: z.string().max(500) }),
    z.object({ is: z.literal("if"), when: Expression, yes: Expression, no: Expression }),
    z.object({ is: z.literal("call"), name: z.enum(functions), of: z.array(Expression).max(20) }),
  ]),
);
