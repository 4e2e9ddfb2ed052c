import type { Context } from "#core/context.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { type AmendmentRow, listAmendments } from "#modules/strategy/amendments/queries.ts";
import { isLiving, listPackages, listSpoken, type PackageRow } from "#modules/strategy/packages/queries.ts";

export type Asked = {
  readonly packages: readonly PackageRow[];
  /** Those that are in no package: there the package has the word. */
  readonly amendments: readonly AmendmentRow[];
};

const settledStates: readonly string[] = ["adopted", "replaced"];

/** Open packages and amendments to which one of these seats has not said anything yet. */
export const listAsked = async (ctx: Context, seats: readonly Pick<SeatRow, "id">[]): Promise<Asked> => {
  if (seats.length === 0) return { packages: [], amendments: [] };
  const said = await listSpoken(
    ctx,
    seats.map(({ id }) => id),
  );
  const heard = new Set(
    said.map(({ seatId, packageId, amendmentId }) => `${seatId} ${packageId ?? amendmentId}`),
  );
  const waits = ({ id }: { readonly id: string }) => seats.some((seat) => !heard.has(`${seat.id} ${id}`));
  const packages = await listPackages(ctx);
  const bundled = new Set<string>(packages.filter(isLiving).flatMap(({ amendmentIds }) => amendmentIds));
  const open = (await listAmendments(ctx, { states: ["open"] })).filter(
    ({ versionState }) => !settledStates.includes(versionState),
  );
  return {
    packages: packages.filter((row) => row.state === "open" && waits(row)),
    amendments: open.filter((row) => !bundled.has(row.id) && waits(row)),
  };
};
