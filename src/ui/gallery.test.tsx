import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { ButtonLink } from "./button.tsx";
import { Bars } from "./chart.tsx";
import { DateList } from "./dates.tsx";
import { Facts, Pairs, State, Steps, Tags, Why } from "./facts.tsx";
import { TownMap } from "./map.tsx";
import { Mark, markFile } from "./mark.tsx";
import { Notice } from "./notice.tsx";
import {
  Actions,
  Columns,
  Doors,
  Empty,
  Front,
  More,
  Note,
  Prose,
  Section,
  SideBySide,
  Title,
  TwoColumns,
  Way,
} from "./page.tsx";
import { Pager } from "./pager.tsx";
import { Table } from "./table.tsx";
import { ItemList, TaskList } from "./task.tsx";
import { Thread, Timeline } from "./timeline.tsx";
import { Desk, File, FilePart, Keys, Views, WorkList } from "./work.tsx";

const ctx = { language: "de", now: new Date("2026-11-23T08:00:00Z") };
const evil = '<script>alert("x")</script>';
const link = { href: "/a", label: "Weiter" };
const draw = (node: VNode): string => renderToString(node);

const answers = [
  { href: "/a", label: "Einmal" },
  { href: "/b", label: "Oft", hint: "Jede Woche" },
];
const station = { kind: "Ziel", date: "2024", title: evil };
const row = { id: "r", kind: "Anfrage", title: evil, href: "/r", due: "heute" };
const borders = {
  type: "FeatureCollection" as const,
  // Counterclockwise, as GeoJSON wants it and d3 does not.
  features: [
    {
      type: "Feature" as const,
      properties: {},
      geometry: {
        type: "Polygon" as const,
        coordinates: [
          [
            [14, 51],
            [15, 51],
            [15, 52],
            [14, 52],
            [14, 51],
          ],
        ],
      },
    },
  ],
};
const place = { name: evil, href: "/o", longitude: 14.5, latitude: 51.5, sector: "civil" as const };
const gallery: readonly (readonly [string, VNode])[] = [
  [
    "Front",
    <Front name={evil} lead={evil}>
      <Way id="w" heading={evil} question="?" answers={answers} />
    </Front>,
  ],
  ["Title", <Title heading={evil} kind={evil} lead={evil} />],
  [
    "Section",
    <Section id="s" heading={evil} link={link}>
      {evil}
    </Section>,
  ],
  [
    "Columns",
    <TwoColumns>
      <Columns>{evil}</Columns>
      <SideBySide side={evil}>{evil}</SideBySide>
    </TwoColumns>,
  ],
  [
    "Note",
    <Note id="n" heading={evil}>
      <More summary={evil}>{evil}</More>
    </Note>,
  ],
  ["Doors", <Doors doors={[{ heading: evil, text: evil, link }]} />],
  [
    "Empty",
    <Empty heading={evil}>
      <Actions>
        <ButtonLink href="/x">{evil}</ButtonLink>
      </Actions>
    </Empty>,
  ],
  ["Facts", <Facts facts={[{ value: "143", of: "von 184", sentence: evil }]} />],
  [
    "Pairs",
    <Pairs
      pairs={[
        ["Telefon", evil],
        ["Fax", undefined],
      ]}
    />,
  ],
  ["Tags", <Tags ctx={ctx} tags={[{ label: evil, without: "/x" }]} />],
  [
    "Why",
    <Why ctx={ctx} but>
      {evil}
    </Why>,
  ],
  ["State", <State kind="late">{evil}</State>],
  [
    "Steps",
    <Steps
      ctx={ctx}
      steps={[
        { label: evil, state: "done" },
        { label: "B", state: "current" },
      ]}
    />,
  ],
  [
    "Notice",
    <Notice ctx={ctx} kind="error">
      {evil}
    </Notice>,
  ],
  ["TaskList", <TaskList ordered tasks={[{ when: "heute", title: evil, href: "/x", seats: evil }]} />],
  ["ItemList", <ItemList items={[{ title: evil, href: "/x", text: evil, end: evil }]} />],
  ["DateList", <DateList ctx={ctx} events={[{ when: "2026-11-26", title: evil, href: "/x" }]} />],
  [
    "Table",
    <Table
      id="t"
      caption={evil}
      rows={[1]}
      columns={[{ heading: evil, cell: (n) => n, hush: () => true }]}
    />,
  ],
  ["Bars", <Bars bars={[{ label: evil, share: 0.53, value: "53 %" }]} />],
  ["Timeline", <Timeline ctx={ctx} moments={[{ when: "2026-11-21", text: evil, ahead: true }]} />],
  ["Thread", <Thread stations={[station, station, { ...station, quote: true }]} />],
  ["Pager", <Pager ctx={ctx} page={2} size={20} total={137} href={(page) => `?seite=${page}`} next={evil} />],
  [
    "WorkList",
    <Desk
      heading={evil}
      views={<Views ctx={ctx} views={[{ href: "/", label: evil, count: 2, current: true }]} />}
      file={
        <File heading={evil}>
          <FilePart heading="x">{evil}</FilePart>
        </File>
      }
    >
      <WorkList
        ctx={ctx}
        groups={[
          { id: "g", heading: evil, rows: [row] },
          { id: "leer", heading: "Leer", rows: [] },
        ]}
      />
      <Keys ctx={ctx} />
    </Desk>,
  ],
  [
    "TownMap",
    <TownMap
      ctx={ctx}
      id="m"
      caption={evil}
      borders={borders}
      points={[place, { ...place, name: "B" }]}
      listHref="#liste"
    />,
  ],
];

describe("every building block", () => {
  test.each(gallery)(
    "%s escapes, needs no inline style and hides its drawings from screen readers",
    (_, node) => {
      const html = draw(node);
      expect(html).not.toContain("<script");
      expect(html).toContain("&lt;script");
      expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|undefined|NaN/);
      for (const [tag] of html.matchAll(/<svg[^>]*>(?!<title>)/g))
        expect(tag).toContain('aria-hidden="true"');
      for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
    },
  );
});

test("sanitized texts are drawn as they are", () => {
  expect(draw(<Prose html="<p>Hallo</p>" lang="hsb" />)).toBe(
    '<div class="al-prose" lang="hsb"><p>Hallo</p></div>',
  );
});

test("the mark has sixteen facets, drawn once", () => {
  expect(draw(<Mark />).match(/<path/g)).toHaveLength(16);
  expect(markFile("#0a5c63")).toContain('fill="#0a5c63"');
});

test("a map shows its borders, not the rest of the world", () => {
  const html = draw(
    <TownMap ctx={ctx} id="m" caption="Karte" borders={borders} points={[place]} listHref="#liste" />,
  );
  const corners =
    /class="al-map__area" d="([^"]+)"/
      .exec(html)?.[1]
      ?.match(/[\d.]+/g)
      ?.map(Number) ?? [];
  expect(corners).toHaveLength(8);
  for (const corner of corners) expect(corner).toBeGreaterThan(20);
});
