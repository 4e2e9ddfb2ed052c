import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** Why a row, or a whole file, cannot be taken over. */
export const say = messages(
  {
    noName: "The name is missing.",
    uneven:
      "The line has more or fewer cells than the heading. Perhaps a text with a line break or a separator lacks its quotation marks.",
    unknownCode: "We do not know “{value}” in the column “{column}”.",
    noNumber: "“{value}” in the column “{column}” is not a number.",
    twice: "The same organization stands in line {line} already.",
    wrongCell: "{column}: {sentence}",
    fileEmpty: "The file is empty.",
    fileTooManyRows: "The file has more than 5,000 rows. Please split it.",
    fileQuotes: "A quotation mark is never closed, so we cannot tell where the cells end.",
    fileQuotesLine: "In line {line} a quotation mark is never closed, so we cannot tell where the cells end.",
    fileDoubleHeading: "Two columns have the same heading.",
    fileBinary: "This is not a text file. Please save the table as CSV first, not as Excel file.",
    fileNoNames:
      "We found no column with the name of the organization. It should be headed “Name”, “Organisation” or “Einrichtungsname”.",
  },
  { de },
);
