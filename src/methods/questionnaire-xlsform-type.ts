/** What a cell of the column "type" asks for. */
export type RowType =
  | { readonly is: "begin" | "end"; readonly of: "group" | "repeat" }
  | {
      readonly is: "list";
      readonly kind: "single" | "multiple" | "ranking";
      readonly list: string;
      readonly other: boolean;
    }
  | { readonly is: "elsewhere" | "unknown" | "skipped" | "metadata" | "media" }
  | { readonly is: "question"; readonly kind: Plain };

export type Plain =
  | "text"
  | "time"
  | "code"
  | "whole"
  | "decimal"
  | "range"
  | "date"
  | "moment"
  | "phone"
  | "note"
  | "calculation"
  | "agreed";

const plain: Readonly<Record<Plain, readonly string[]>> = {
  text: ["text", "string", "q string", "add text prompt", "q text"],
  time: ["time", "q time"],
  code: ["barcode", "q barcode", "add barcode prompt"],
  whole: ["integer", "int", "q int", "q integer", "add integer prompt"],
  decimal: ["decimal", "q decimal", "add decimal prompt"],
  range: ["range"],
  date: ["date", "q date", "add date prompt"],
  moment: ["datetime", "date time", "q datetime", "add date time prompt"],
  phone: ["phone number", "q phone number"],
  note: ["note", "q note", "add note prompt"],
  calculation: ["calculate", "q calculate", "add calculate prompt", "calculation"],
  agreed: ["acknowledge", "trigger", "q acknowledge", "add acknowledge prompt"],
};

const byType = new Map(
  Object.entries(plain).flatMap(([kind, types]) => types.map((type) => [type, kind as Plain])),
);

const metadata = new Set(
  "start,end,today,deviceid,device id,subscriberid,subscriber id,simserial,sim id,imei,phonenumber,get phone number,get device id,get start time,get end time,get today,username,email,uri,audit,hidden,start-geopoint,background-audio,background-geopoint,xml-external,csv-external,note-hidden,instanceid,start time,end time".split(
    ",",
  ),
);
const media = new Set(
  "geopoint,location,gps,q geopoint,q location,geotrace,geoshape,image,photo,picture,q image,q picture,add image prompt,audio,q audio,add audio prompt,video,q video,add video prompt,file,signature,draw,annotate,osm,bearing".split(
    ",",
  ),
);

const one = /^(?:add )?select[_ ]?(?:one|1)(?: prompt)?(?: from| using)? (?<list>.+)$/iu;
const several =
  /^(?:add )?select(?:[_ ]multiple| all that apply)(?: prompt)?(?: from| using)? (?<list>.+)$/iu;
const ranked = /^(?:odk:)?rank (?<list>.+)$/iu;
const suffix = / or[_ ](?:specify[_ ])?other$/iu;

/** Reads a type in the words of XLSForm and of what came before it. */
export const rowType = (typed: string): RowType => {
  const text = typed.trim().replace(/\s+/gu, " ");
  const lower = text.toLowerCase();
  const bracket = /^(begin|end)[ _]?(group|repeat|lgroup|loop|looped group)\b/u.exec(lower);
  if (bracket)
    return { is: bracket[1] === "end" ? "end" : "begin", of: bracket[2] === "group" ? "group" : "repeat" };
  if (/^(select[_ ](one|multiple)|rank)[_ ](from[_ ]file|external)\b/u.test(lower))
    return { is: "elsewhere" };
  for (const [kind, pattern] of [
    ["single", one],
    ["multiple", several],
    ["ranking", ranked],
  ] as const) {
    const list = pattern.exec(text)?.groups?.["list"]?.trim();
    if (list === undefined) continue;
    if (list.startsWith("${")) return { is: "elsewhere" };
    return { is: "list", kind, list: list.replace(suffix, ""), other: suffix.test(list) };
  }
  const kind = byType.get(lower);
  if (kind) return { is: "question", kind };
  if (metadata.has(lower) || lower.startsWith("uri:")) return { is: "metadata" };
  return { is: media.has(lower) || lower.startsWith("osm ") ? "media" : "unknown" };
};
