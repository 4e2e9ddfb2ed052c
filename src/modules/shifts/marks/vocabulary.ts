import type { Id } from "#core/id.ts";
import type { AttendanceMark } from "#modules/shifts/schema.ts";

export const markKinds = ["arrived", "left", "missed", "excused", "cleared"] as const;

/** One tick as a device sends it. */
export type Mark = {
  /** Made by the device: the same mark sent twice is one. */
  readonly id: Id<"attendanceMark">;
  readonly mark: AttendanceMark["mark"];
  readonly how: AttendanceMark["how"];
  readonly markedAt: Date;
  readonly signupId?: Id<"signup"> | undefined;
  /** Somebody who just came along and is written down with this mark. */
  readonly walkIn?:
    | { readonly needId: Id<"shiftNeed">; readonly name: string; readonly party?: number | undefined }
    | undefined;
  /** A further mark for whom this device wrote down with that mark before. */
  readonly of?: Id<"attendanceMark"> | undefined;
  /** How many of the party. */
  readonly people?: number | undefined;
};

/** Why a mark was not taken. */
export const markRefusals = ["unknown", "canceled", "early", "overlap", "already", "invalid"] as const;
export type MarkRefusal = (typeof markRefusals)[number];
