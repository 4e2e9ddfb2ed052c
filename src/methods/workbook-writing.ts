import writeSheets from "write-excel-file/universal";

export type Cells = readonly (string | number | null)[];

/** An .xlsx file of these sheets; the first row of each is its heading and stays in sight. */
export const writeWorkbook = async (
  sheets: readonly { readonly name: string; readonly rows: readonly Cells[] }[],
): Promise<Uint8Array> => {
  const blob = await writeSheets(
    sheets.map(({ name, rows }) => ({
      sheet: name.slice(0, 31),
      stickyRowsCount: 1,
      data: rows.map((row, index) =>
        row.map((value) =>
          value === null || value === ""
            ? null
            : index === 0
              ? { value: String(value), type: String, fontWeight: "bold" as const }
              : typeof value === "number"
                ? { value, type: Number }
                : { value: value.slice(0, 32_000), type: String },
        ),
      ),
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
