import { describe, expect, test } from "vitest";
import { dayOf, instantAt, timeOf } from "#core/local-time.ts";
import { readCalendar } from "./calendar-file.ts";

const bounds = { from: instantAt("2026-11-24", "10:00"), until: instantAt("2027-11-24"), most: 2_000 };

const file = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//DE", ...lines, "END:VCALENDAR", ""].join("\r\n");

const event = (uid: string, ...lines: readonly string[]): string =>
  ["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20261101T000000Z", ...lines, "END:VEVENT"].join("\r\n");

const read = (text: string, more: Partial<typeof bounds> = {}) => {
  const outcome = readCalendar(text, { ...bounds, ...more });
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
};

const when = (text: string): string[] =>
  read(text).events.map(({ startsAt, endsAt }) => `${dayOf(startsAt)} ${timeOf(startsAt)}–${timeOf(endsAt)}`);

const berlin = `BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nX-LIC-LOCATION:Europe/Berlin\r
BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nDTSTART:19700329T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r
BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nDTSTART:19701025T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE`;

describe("as Google writes it", () => {
  const google = file(
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Teichfreunde Musterstadt",
    "X-WR-TIMEZONE:Europe/Berlin",
    berlin,
    event(
      "chor@google.com",
      "DTSTART;TZID=Europe/Berlin:20260113T190000",
      "DTEND;TZID=Europe/Berlin:20260113T203000",
      "RRULE:FREQ=WEEKLY;UNTIL=20270415T215959Z;BYDAY=TU",
      "EXDATE;TZID=Europe/Berlin:20261222T190000",
      "EXDATE;TZID=Europe/Berlin:20261229T190000",
      "SUMMARY:Chorprobe",
      "LOCATION:Bürgerhaus\\, Marktplatz 3\\, 02943 Musterstadt",
      'DESCRIPTION:<p>Alle <b>willkommen</b>.</p><br><a href="https://chor.example">Mehr</a><script>alert(1)</script>',
    ),
    event(
      "chor@google.com",
      "RECURRENCE-ID;TZID=Europe/Berlin:20261201T190000",
      "DTSTART;TZID=Europe/Berlin:20261202T180000",
      "DTEND;TZID=Europe/Berlin:20261202T193000",
      "SUMMARY:Chorprobe (Mittwoch)",
    ),
    event(
      "chor@google.com",
      "RECURRENCE-ID;TZID=Europe/Berlin:20261208T190000",
      "DTSTART;TZID=Europe/Berlin:20261208T190000",
      "DTEND;TZID=Europe/Berlin:20261208T203000",
      "STATUS:CANCELLED",
      "SUMMARY:Chorprobe",
    ),
  );

  test("a series has its exceptions, its moved and its canceled evenings, and keeps its hour in summer", () => {
    const { events, name, unread } = read(google);
    expect([name, unread]).toEqual(["Teichfreunde Musterstadt", 0]);
    const days = events.map(({ startsAt }) => dayOf(startsAt));
    expect(days.slice(0, 5)).toEqual(["2026-11-24", "2026-12-02", "2026-12-08", "2026-12-15", "2027-01-05"]);
    expect(days.at(-1)).toBe("2027-04-13");
    expect(events.filter((one) => one.canceled).map(({ startsAt }) => dayOf(startsAt))).toEqual([
      "2026-12-08",
    ]);
    for (const { title, startsAt, instance } of events) {
      expect(timeOf(startsAt)).toBe(title === "Chorprobe" ? "19:00" : "18:00");
      expect(timeOf(instance)).toBe("19:00");
    }
    expect(new Set(events.map(({ instance }) => +instance)).size).toBe(events.length);
  });

  test("HTML and scripts become plain words", () => {
    const [first] = read(google).events;
    expect(first?.text).toBe("Alle willkommen.\n\nMehr (https://chor.example)");
    expect(first?.whereText).toBe("Bürgerhaus, Marktplatz 3, 02943 Musterstadt");
  });
});

test("as Outlook writes it: zones of Windows, an end in UTC that is the last evening, whole days as midnights", () => {
  const outlook = file(
    "BEGIN:VTIMEZONE\r\nTZID:W. Europe Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE",
    event(
      "040000008200E00074C5B7101A82E008",
      "DTSTART;TZID=W. Europe Standard Time:20261201T173000",
      "DTEND;TZID=W. Europe Standard Time:20261201T190000",
      "RRULE:FREQ=WEEKLY;UNTIL=20261215T163000Z;INTERVAL=1;BYDAY=TU;WKST=MO",
      "SUMMARY;LANGUAGE=de-de:Sprechstunde",
      "X-ALT-DESC;FMTTYPE=text/html:<html><body>x</body></html>",
    ),
  );
  expect(when(outlook)).toEqual([
    "2026-12-01 17:30–19:00",
    "2026-12-08 17:30–19:00",
    "2026-12-15 17:30–19:00",
  ]);
});

test("as Nextcloud writes it: a duration instead of an end, whole days, a day alone, dates in UTC", () => {
  const nextcloud = file(
    berlin,
    event("a", "DTSTART;TZID=Europe/Berlin:20261205T150000", "DURATION:PT2H30M", "SUMMARY:Fest"),
    event("b", "DTSTART;VALUE=DATE:20270326", "DTEND;VALUE=DATE:20270330", "SUMMARY:Freizeit"),
    event("c", "DTSTART;VALUE=DATE:20270501", "SUMMARY:Feiertag"),
    event("d", "DTSTART:20270705T160000Z", "DTEND:20270705T170000Z", "SUMMARY:Sommer"),
    event("e", "DTSTART:20261206T100000", "SUMMARY:Ohne Zone und Ende"),
  );
  const { events } = read(nextcloud);
  expect(
    events.map(({ title, startsAt, endsAt, allDay }) => [
      title,
      dayOf(startsAt),
      timeOf(startsAt),
      dayOf(endsAt),
      timeOf(endsAt),
      allDay,
    ]),
  ).toEqual([
    ["Fest", "2026-12-05", "15:00", "2026-12-05", "17:30", false],
    ["Ohne Zone und Ende", "2026-12-06", "10:00", "2026-12-06", "10:00", false],
    ["Freizeit", "2027-03-26", "00:00", "2027-03-30", "00:00", true],
    ["Feiertag", "2027-05-01", "00:00", "2027-05-02", "00:00", true],
    ["Sommer", "2027-07-05", "18:00", "2027-07-05", "19:00", false],
  ]);
});

test("zones: foreign ones, ones described in the file, made-up paths, and ones nobody knows", () => {
  const own = `BEGIN:VTIMEZONE\r\nTZID:Unser Garten\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE`;
  const at = (uid: string, zone: string) =>
    event(uid, `DTSTART;TZID=${zone}:20261201T120000`, `SUMMARY:${uid}`);
  const zones = file(
    own,
    at("berlin", "/freeassociation.sourceforge.net/Europe/Berlin"),
    at("garten", "Unser Garten"),
    at("london", "Europe/London"),
    at("new york", "Eastern Standard Time"),
    at("nirgends", "Nirgends/Nie"),
  );
  const hours = read(zones).events.map(({ title, startsAt }) => [title, timeOf(startsAt)]);
  expect(Object.fromEntries(hours)).toEqual({
    berlin: "12:00",
    garten: "11:00",
    london: "13:00",
    "new york": "18:00",
    nirgends: "12:00",
  });
});

test("all days of a series across both changes of the clocks", () => {
  const daily = file(
    event(
      "x",
      "DTSTART;TZID=Europe/Berlin:20270326T100000",
      "DTEND;TZID=Europe/Berlin:20270326T110000",
      "RRULE:FREQ=DAILY;COUNT=4",
      "SUMMARY:x",
    ),
  );
  expect(when(daily)).toEqual([
    "2027-03-26 10:00–11:00",
    "2027-03-27 10:00–11:00",
    "2027-03-28 10:00–11:00",
    "2027-03-29 10:00–11:00",
  ]);
  const whole = file(event("y", "DTSTART;VALUE=DATE:20271030", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:y"));
  expect(when(whole)).toEqual(["2027-10-30 00:00–00:00", "2027-10-31 00:00–00:00", "2027-11-01 00:00–00:00"]);
});

describe("hostile files", () => {
  test("what is no calendar is none", () => {
    for (const text of [
      "",
      "<!doctype html><html></html>",
      "BEGIN:VCARD\r\nEND:VCARD",
      "BEGIN:VCALENDAR\r\nBEGIN:",
      "BEGIN:VCALENDAR\r\nx",
    ])
      expect([text, readCalendar(text, bounds).ok]).toEqual([text, false]);
  });

  test("rules that never end, never begin or fire every second cost little and say so", () => {
    const rules = [
      "FREQ=SECONDLY",
      "FREQ=MINUTELY;BYSECOND=1,2,3,4,5",
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=YEARLY;BYDAY=53MO;BYMONTH=2",
      "FREQ=DAILY;COUNT=99999999999999",
      "FREQ=KAPUTT",
    ];
    const start = performance.now();
    for (const rule of rules) {
      const one = file(
        event("x", "DTSTART;TZID=Europe/Berlin:19700101T100000", `RRULE:${rule}`, "SUMMARY:x"),
        event("y", "DTSTART:20261201T100000Z", "SUMMARY:y"),
      );
      const { events, unread } = read(one);
      expect([rule, events.map(({ title }) => title)]).toEqual([rule, ["y"]]);
      expect([rule, unread]).toEqual([rule, 1]);
    }
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  test("an interval of nothing is read as every time, and a day said five thousand times as that day", () => {
    const daily = (rest: string) =>
      read(file(event("x", "DTSTART:20261201T100000Z", `RRULE:FREQ=DAILY;${rest}`, "SUMMARY:x"))).events
        .length;
    expect(daily("INTERVAL=0;COUNT=3")).toBe(3);
    expect(daily(`BYMONTHDAY=${"1,".repeat(5_000)}1`)).toBe(12);
  });

  test("broken events are counted and the rest is read; private ones stay out", () => {
    const mixed = file(
      event("a", "DTSTART:gestern", "SUMMARY:Kein Tag"),
      event("b", "SUMMARY:Kein Anfang"),
      event("", "DTSTART:20261201T100000Z", "SUMMARY:Kein Name"),
      event("c", "DTSTART:20261201T100000Z", "SUMMARY:Gut"),
      event("d", "DTSTART:20261201T100000Z", "CLASS:PRIVATE", "SUMMARY:Zahnarzt"),
      event("e", "DTSTART:20261201T100000Z", "SUMMARY:   "),
      event("f", "DTSTART:20200101T100000Z", "SUMMARY:Lange her"),
    );
    const { events, unread } = read(mixed);
    expect([events.map(({ title }) => title), unread]).toEqual([["Gut"], 3]);
  });

  test("too many events are refused, long words cut, and depth does not matter", () => {
    const many = Array.from({ length: 2_001 }, (_, n) =>
      event(String(n), "DTSTART:20261201T100000Z", "SUMMARY:x"),
    );
    expect(readCalendar(file(...many), bounds)).toEqual({ ok: false, because: "tooMany" });
    const daily = Array.from({ length: 40 }, (_, n) =>
      event(String(n), "DTSTART:20261201T100000Z", "RRULE:FREQ=DAILY", "SUMMARY:x"),
    );
    expect(readCalendar(file(...daily), bounds)).toEqual({ ok: false, because: "tooMany" });
    const slow = Array.from({ length: 2_000 }, (_, n) =>
      event(String(n), "DTSTART:20000101T100000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:x"),
    );
    const start = performance.now();
    expect(readCalendar(file(...slow), bounds)).toEqual({ ok: false, because: "tooMany" });
    expect(performance.now() - start).toBeLessThan(6_000);
    const words = [`SUMMARY:${"ä".repeat(50_000)}`, `DESCRIPTION:${"<b>".repeat(50_000)}`];
    const long = file(event("x", "DTSTART:20261201T100000Z", ...words));
    expect(read(long).events[0]?.title).toHaveLength(150);
    for (const line of ["BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT"])
      expect(readCalendar(`${line}\r\n`.repeat(50_000), bounds).ok).toBe(false);
  });
});
