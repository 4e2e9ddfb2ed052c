import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { email, line } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { may } from "#modules/participation/policy.ts";
import { type Added, addProposal, type ProposalRefusal } from "#modules/participation/proposals/commands.ts";
import type { Process } from "#modules/participation/schema.ts";
import { WordsInput, wordsOf } from "#modules/participation/writing/commands.ts";
import { findPersonByEmail } from "#modules/people/queries.ts";
import { tie } from "#modules/threads/commands.ts";
import { say } from "./messages.ts";
import { findTheme } from "./queries.ts";

/** A sheet as it lies on the desk, or a theme of a workshop. */
export const PaperInput = z.object({
  ...WordsInput.shape,
  authorWords: line(300).optional(),
  email: email.optional(),
  theme: z
    .string()
    .refine(isId<"cardCluster">, { error: "choose" })
    .optional(),
});
export type PaperInput = z.output<typeof PaperInput>;

export type PaperRefusal = ProposalRefusal | "unknownPerson" | "unknownTheme";

/**
 * Types a proposal from paper, or makes one of a theme of a workshop, to which a thread leads back. With the address
 * of somebody whom the town knows it becomes theirs: they are told what becomes of it, and asked before it is merged.
 */
export const addPaperProposal = async (
  ctx: Context,
  process: Process,
  { authorWords = "", email: address, theme, ...input }: PaperInput,
): Promise<Outcome<Added, PaperRefusal>> => {
  allow(may.run(ctx));
  const person = address ? await findPersonByEmail(ctx, address) : undefined;
  if (address && !person) return refused("unknownPerson");
  const cluster = theme ? await findTheme(ctx, theme) : undefined;
  if (theme && !cluster) return refused("unknownTheme");
  const from = authorWords || (cluster ? say(ctx)("fromWorkshop", cluster) : "");
  const outcome = await addProposal(ctx, process, {
    ...wordsOf(input),
    how: cluster ? "workshop" : "paper",
    // The name on the sheet is shown as it stands there; the file only says whom to tell.
    named: false,
    authorWords: from.slice(0, 300),
    cardClusterId: cluster?.id ?? null,
    authorIds: person ? [person.id] : [],
  });
  if (!outcome.ok) return outcome;
  if (cluster)
    await tie(
      ctx,
      { kind: "cardCluster", id: cluster.id },
      { kind: "proposal", id: outcome.value.id },
      say(ctx)("thread", process),
    );
  return done(outcome.value);
};

export const SignaturesInput = z.object({
  proposal: z
    .string()
    .regex(/^\d{1,6}$/u, { error: "choose" })
    .transform(Number),
  count: z
    .string()
    .trim()
    .regex(/^-?\d{1,5}$/u, { error: "number" })
    .transform(Number)
    .refine((n) => n !== 0, { error: "number" }),
  words: line(300),
});
export type SignaturesInput = z.output<typeof SignaturesInput>;
