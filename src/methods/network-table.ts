import { dayIn, filled, gather } from "./network-gathering.ts";
import type { FileActor, FileTie, NetworkReading } from "./network-shape.ts";
import { findColumns, readTable } from "./table-file.ts";

const columns = {
  from: ["source", "from", "von", "quelle"],
  to: ["target", "to", "nach", "ziel", "an"],
  fromLabel: ["source_label"],
  toLabel: ["target_label"],
  fromSector: ["source_sector"],
  toSector: ["target_sector"],
  kind: ["kind", "type", "art"],
  topic: ["topic", "thema", "label"],
  startsOn: ["start", "starts_on", "begin", "beginn", "seit", "date", "datum"],
  endsOn: ["end", "ends_on", "ende", "bis"],
} as const;

/**
 * A list of ties, one a row, with headings like "source" and "target", maybe with the names and sectors of both; a row
 * without a target is an actor alone.
 */
export const readNetworkTable = (bytes: Uint8Array): NetworkReading => {
  const table = readTable(bytes, 1_000_000);
  if (!table.ok)
    return {
      ok: false,
      problem: { kind: "unreadable", ...(table.line === undefined ? {} : { line: table.line }) },
    };
  const found = findColumns(table.headings, columns);
  const { from, to } = found;
  if (from === undefined || to === undefined)
    return { ok: false, problem: { kind: "columns", word: "source, target" } };
  const actors = new Map<string, FileActor>();
  const ties: FileTie[] = [];
  for (const { cells, line, uneven } of table.rows) {
    if (uneven) return { ok: false, problem: { kind: "unreadable", line } };
    const cell = (name: keyof typeof columns): string | undefined => {
      const heading = found[name];
      return heading === undefined ? undefined : cells[heading]?.trim();
    };
    const [one, other] = [cell("from") ?? "", cell("to") ?? ""];
    if (one === "" && other === "") return { ok: false, problem: { kind: "shape", line } };
    const name = (id: string, label = "", sector = ""): void => {
      if (id !== "" && !actors.has(id)) actors.set(id, { id, label: label || id, ...filled({ sector }) });
    };
    name(one, cell("fromLabel"), cell("fromSector"));
    name(other, cell("toLabel"), cell("toSector"));
    if (one !== "" && other !== "")
      ties.push({
        from: one,
        to: other,
        ...filled({
          kind: cell("kind"),
          topic: cell("topic"),
          startsOn: dayIn(cell("startsOn")),
          endsOn: dayIn(cell("endsOn")),
        }),
      });
  }
  return gather([...actors.values()], ties, false);
};
