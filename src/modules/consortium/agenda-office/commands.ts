import * as z from "zod";
import type { Context } from "#core/context.ts";
import { found } from "#core/errors.ts";
import { readPdf, storeDocument } from "#core/files.ts";
import { type Id, isId } from "#core/id.ts";
import { line, paragraph, tick, webAddress, whole } from "#core/input.ts";
import { type Outcome, refused } from "#core/outcome.ts";
import { addItem, addPaper, type ItemRefusal, type NewItem } from "#modules/consortium/agenda/commands.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { addMotion } from "#modules/consortium/motions/commands.ts";
import { findMotion } from "#modules/consortium/motions/queries.ts";
import { agendaKinds } from "#modules/consortium/vocabulary.ts";

const optionalId = <Kind extends string>() =>
  z
    .string()
    .refine((text): text is Id<Kind> => isId<Kind>(text), { error: "choose" })
    .optional()
    .transform((value) => value ?? null);

/** What stands on an agenda. */
export const ItemInput = z.object({
  kind: z.enum(agendaKinds).default("discussion"),
  title: line(300),
  words: paragraph(6_000)
    .optional()
    .transform((value) => value ?? ""),
  minutes: whole(0, 600).default(10),
  hidden: tick,
  topicId: optionalId<"topic">(),
  motionId: optionalId<"motion">(),
});

export const itemOf = ({ hidden, motionId: _, ...item }: z.output<typeof ItemInput>): NewItem => ({
  ...item,
  public: !hidden,
});

/** Puts an item on the agenda; a motion that was put off comes with it, in the same words. */
export const putOn = async (
  ctx: Context,
  meeting: MeetingId,
  input: z.output<typeof ItemInput>,
): Promise<Outcome<ItemId, ItemRefusal>> => {
  const outcome = await addItem(ctx, meeting, itemOf(input));
  if (!outcome.ok || input.motionId === null) return outcome;
  const motion = found(await findMotion(ctx, input.motionId));
  const { title, wording, reason, subject, proposedBySeatId, thingKind, thingId } = motion;
  await addMotion(ctx, outcome.value, {
    title,
    wording,
    reason,
    subject,
    proposedBySeatId,
    hidden: !motion.public,
    ...(thingKind && thingId ? { thing: { kind: thingKind, id: thingId } } : {}),
  });
  return outcome;
};

/** A paper: a PDF, or where it lies. */
export const PaperInput = z.object({ title: line(200), url: webAddress.optional(), hidden: tick });

export type PaperRefusal = "full" | "noPaper" | "notAPdf" | "tooBig";

/** Adds a paper to an item. The file itself is handed out by the page that knows who may read it. */
export const handIn = async (
  ctx: Context,
  item: ItemId,
  { title, url, hidden }: z.output<typeof PaperInput>,
  file: File | undefined,
): Promise<Outcome<Id<"agendaPaper">, PaperRefusal>> => {
  if (!file) {
    if (url === undefined) return refused("noPaper");
    return addPaper(ctx, item, { title, url, fileId: null, public: !hidden });
  }
  const pdf = await readPdf(file);
  if (!pdf.ok) return pdf;
  const fileId = await storeDocument(ctx, {
    name: file.name.slice(-100),
    mediaType: "application/pdf",
    bytes: pdf.value,
    forOffice: true,
  });
  return addPaper(ctx, item, { title, url: "", fileId, public: !hidden });
};
