import sharp from "sharp";
import { isStaff } from "./actor.ts";
import type { Context } from "./context.ts";
import { record } from "./events.ts";
import type { Id } from "./id.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { File as StoredFile } from "./tables.ts";

const megabyte = 1024 * 1024;
const largestFile = 10 * megabyte;
/** A small file may unpack to a picture that fills the memory. */
const mostPixels = 50_000_000;
const longestSide = 1600;

const formats = new Set(["jpeg", "png", "webp", "gif", "avif", "heif", "tiff", "svg"]);
/** What one drawn point of an SVG counts as; a small coat of arms is drawn larger, for it has no pixels of its own. */
const drawingDensity = 72;
const drawingSide = 1024;

export type PictureRefusal = "notAPicture" | "tooBig" | "noAlternativeText";

/**
 * Keeps an uploaded picture, drawn anew as WebP: at most 1600 pixels on its longer side and without what the
 * camera wrote into it (place, time, owner). The text says what is seen to those who do not see it.
 */
export const storePicture = async (
  ctx: Context,
  file: File,
  alternativeText: string,
  { forOffice = false }: Audience = {},
): Promise<Outcome<Id<"file">, PictureRefusal>> => {
  const text = alternativeText.trim();
  if (file.size > largestFile) return refused("tooBig");
  const picture = await redraw(Buffer.from(await file.arrayBuffer()));
  if (typeof picture === "string") return refused(picture);
  if (text === "") return refused("noAlternativeText");
  const { id } = await ctx.db
    .insertInto("files")
    .values({
      mediaType: pictureType,
      name: nameOf(file.name),
      bytes: picture.data,
      width: picture.width,
      height: picture.height,
      alternativeText: text.slice(0, 500),
      uploadedBy: ctx.actor.kind === "person" ? ctx.actor.id : null,
      forOffice,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "file.stored", id);
  return done(id);
};

/** Who may look at a file: everybody who knows its address, or the office only. */
export type Audience = { readonly forOffice?: boolean };

/** Lets everybody look at a picture from now on, or the office only. */
export const showPictureTo = async (
  ctx: Context,
  id: Id<"file">,
  { forOffice = false }: Audience,
): Promise<void> => {
  await ctx.db.updateTable("files").set({ forOffice }).where("id", "=", id).execute();
};

export const pictureType = "image/webp";

type Picture = { readonly data: Buffer; readonly width: number; readonly height: number };

const redraw = async (bytes: Buffer): Promise<Picture | "notAPicture" | "tooBig"> => {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!formats.has(format)) return "notAPicture";
    if (width * height > mostPixels) return "tooBig";
    const larger = format === "svg" ? Math.min(Math.max(drawingSide / Math.max(width, height), 1), 64) : 1;
    const options = {
      limitInputPixels: mostPixels,
      failOn: "error",
      density: drawingDensity * larger,
    } as const;
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch {
    // Whatever the decoder cannot read to its end is no picture, however it calls itself.
    return "notAPicture";
  }
};

// The last part of the name only, without its ending, as it is not true any more.
const nameOf = (name: string): string =>
  `${(name.split(/[/\\]/u).at(-1) ?? "").replace(/\.[^.]*$/u, "").slice(0, 100) || "bild"}.webp`;

/** Keeps a paper that was set by the house; its id is its address. */
export const storePaper = async (
  ctx: Context,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Id<"file">> => {
  const { id } = await ctx.db
    .insertInto("files")
    .values({ mediaType: "application/pdf", name, bytes: Buffer.from(bytes) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "file.stored", id);
  return id;
};

const largestPdf = 10 * 1024 * 1024;

/** The bytes of a PDF that somebody sent, up to 10 MB; what the file calls itself counts for nothing. */
export const readPdf = async (file: File): Promise<Outcome<Uint8Array, "notAPdf" | "tooBig">> => {
  if (file.size > largestPdf) return refused("tooBig");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (new TextDecoder("latin1").decode(bytes.slice(0, 5)) !== "%PDF-") return refused("notAPdf");
  return done(bytes);
};

type Document = Audience & {
  readonly name: string;
  readonly mediaType: "application/json" | "text/csv" | "application/pdf";
  readonly bytes: Uint8Array;
};

/** Keeps a file of data that the house wrote, or a paper handed in; for the office only, until it is shown to everybody. */
export const storeDocument = async (
  ctx: Context,
  { name, mediaType, bytes, forOffice = false }: Document,
): Promise<Id<"file">> => {
  const { id } = await ctx.db
    .insertInto("files")
    .values({ mediaType, name, bytes: Buffer.from(bytes), forOffice })
    .returning("id")
    .executeTakeFirstOrThrow();
  await record(ctx, "file.stored", id);
  return id;
};

/** A kept file with its bytes; what is for the office is not there for others. */
export const findFile = (ctx: Context, id: Id<"file">): Promise<StoredFile | undefined> =>
  ctx.db
    .selectFrom("files")
    .selectAll()
    .where("id", "=", id)
    .$if(!isStaff(ctx.actor), (query) => query.where("forOffice", "=", false))
    .executeTakeFirst();

/** The sizes and words of pictures that a page shows, without their bytes, in one query. */
export const listPictures = async (
  ctx: Context,
  ids: readonly Id<"file">[],
): Promise<ReadonlyMap<Id<"file">, PictureFacts>> => {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("files")
    .select(["id", "width", "height", "alternativeText"])
    .where("id", "in", [...ids])
    .limit(500)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
};

export type PictureFacts = Pick<StoredFile, "id" | "width" | "height" | "alternativeText">;

/** Where a kept picture is shown; what lies there never changes. */
export const picturePath = (id: Id<"file">): string => `/dateien/${id}`;
