import * as z from "zod";
import { type Id, isId } from "#core/id.ts";
import { day, line, paragraph } from "#core/input.ts";

const optionalId = <Kind extends string>() =>
  z
    .string()
    .refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null);

/** What the minutes say to an item, and which text the writer began with. */
export const MinutesInput = z.object({
  minutesWords: paragraph(20_000)
    .optional()
    .transform((value) => value ?? ""),
  before: z.string().max(32).default(""),
});

/** A task given in the meeting: to a seat, or to whoever the words name. */
export const TaskInput = z
  .object({
    title: line(300),
    seatId: optionalId<"seat">(),
    ownerWords: line(200)
      .optional()
      .transform((value) => value ?? ""),
    dueOn: day,
    resolutionId: optionalId<"resolution">(),
  })
  .refine(({ seatId, ownerWords }) => seatId !== null || ownerWords !== "", {
    error: "nobody",
    path: ["seatId"],
  });

export const ConflictInput = z.object({
  seat: z.string().refine((text): text is Id<"seat"> => isId<"seat">(text), { error: "choose" }),
  words: paragraph(1_000),
});
