import { expect, test } from "vitest";
import { hoursInWords, ruleInWords } from "./vocabulary.ts";

const german = { language: "de" };
const words = (rule: string, skipsHolidays = false) =>
  ruleInWords(german, { rule, startsOn: "2026-11-24", skipsHolidays });

test.each([
  ["FREQ=WEEKLY", "jeden Dienstag"],
  ["FREQ=WEEKLY;BYDAY=TU,TH", "jeden Dienstag und Donnerstag"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "alle 2 Wochen am Montag"],
  ["FREQ=MONTHLY;BYDAY=2TU", "jeden 2. Dienstag im Monat"],
  ["FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3", "alle 3 Monate am letzten Freitag"],
  ["FREQ=MONTHLY;BYMONTHDAY=15", "am 15. jedes Monats"],
  ["FREQ=DAILY", "jeden Tag"],
  ["FREQ=WEEKLY;COUNT=12", "jeden Dienstag, 12-mal"],
  ["FREQ=WEEKLY;UNTIL=20270630", "jeden Dienstag, bis 30. Juni 2027"],
  ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-2", "nach der Regel FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-2"],
])("%s is said as: %s", (rule, sentence) => {
  expect(words(rule)).toBe(sentence);
});

test("holidays and hours are said as well", () => {
  expect(words("FREQ=MONTHLY;BYDAY=2TU", true)).toBe("jeden 2. Dienstag im Monat, nicht an Feiertagen");
  const series = { startsOn: "2026-11-24", startsTime: "15:00" };
  expect(hoursInWords(german, { ...series, minutes: 120 })).toBe("15–17 Uhr");
  expect(hoursInWords(german, { ...series, minutes: 1_500 })).toBe("15 Uhr, 25 Stunden");
});
