import type { Hono } from "hono";
import type * as z from "zod";
import type { Actor } from "./actor.ts";
import type { Context, Place } from "./context.ts";
import type { EventName, Reaction } from "./events.ts";
import type { Id } from "./id.ts";
import type { AnyJob } from "./jobs.ts";
import type { ProfileSource } from "./profile.ts";
import type { Traceable } from "./traceable.ts";
import type { Env } from "./web.ts";

export type MenuItem = {
  readonly href: string;
  readonly label: string;
  /** Small numbers stand first. */
  readonly rank: number;
};

/** A dataset is a declaration: `columns.parse` is the whitelist, so a new column never leaks by itself. */
export type Dataset = {
  readonly name: string;
  readonly licence: string;
  readonly columns: z.ZodObject;
  readonly rows: (ctx: Context) => Promise<readonly unknown[]>;
};

/** Every module that stores something about a person shows it to them and can erase it. */
export type PersonalData = {
  readonly show: (ctx: Context, person: Id<"person">) => Promise<Readonly<Record<string, unknown>>>;
  readonly erase: (ctx: Context, person: Id<"person">) => Promise<void>;
};

export type SearchHit = {
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  readonly text: string;
  readonly rank: number;
};

/** One thing that is open for the signed-in person, as "Mein Bereich" lists it. */
export type MineEntry = {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  /** Waits for this person to do something. */
  readonly waiting: boolean;
  readonly at: Date;
};

/** A date of one person, as their own calendar shows it. */
export type CalendarEntry = {
  /** The same through every change. */
  readonly id: string;
  /** Grows with every change. */
  readonly revision: number;
  readonly changedAt: Date;
  readonly title: string;
  readonly text: string;
  readonly whereText: string;
  /** A moment; or, for a whole day, the day itself: "2026-11-24". */
  readonly start: Date | string;
  /** The end; of whole days the last one. */
  readonly end: Date | string;
  readonly canceled: boolean;
};

/** The example town is told through commands, each at its own date. */
export type Story = {
  readonly today: Date;
  readonly places: { readonly first: Place; readonly second: Place };
  /** One moment of the story: commits what `work` did, at `at`, by `actor`. */
  readonly tell: <T>(place: Place, at: Date, actor: Actor, work: (ctx: Context) => Promise<T>) => Promise<T>;
  readonly report: (line: string) => void;
};

/** What a module hands to the roof. */
export type Module = {
  readonly name: string;
  /** Addresses of the public, personal and office pages: prefix → routes. */
  readonly pages?: Readonly<Record<string, Hono<Env>>>;
  readonly menu?: (ctx: Context) => readonly MenuItem[];
  readonly officeMenu?: (ctx: Context) => readonly MenuItem[];
  /** Entries of "Mein Bereich". */
  readonly mineMenu?: (ctx: Context) => readonly MenuItem[];
  /** What is open for the signed-in person, newest first; few. */
  readonly mine?: (ctx: Context) => Promise<readonly MineEntry[]>;
  /** Dates for a person's own calendar: those ahead, and the past that is kept. */
  readonly calendar?: (ctx: Context, person: Id<"person">) => Promise<readonly CalendarEntry[]>;
  readonly footer?: (ctx: Context) => Promise<readonly MenuItem[]> | readonly MenuItem[];
  readonly reactions?: Readonly<Record<EventName, Reaction>>;
  readonly jobs?: readonly AnyJob[];
  readonly personalData?: PersonalData;
  readonly datasets?: readonly Dataset[];
  readonly search?: (ctx: Context, words: string) => Promise<readonly SearchHit[]>;
  /** Its things that led to something, or came of something. */
  readonly traceables?: readonly Traceable[];
  /** What it shows on the public profile of an organization. */
  readonly profile?: ProfileSource;
  readonly seed?: (story: Story) => Promise<void>;
};
