import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { commands } from "./list.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anlaufstelle-network-"));
});
afterAll(() => rm(folder, { recursive: true }));

const type = async (line: string) => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine(commands, line.split(" "), {
    environment: {},
    folder,
    out: (text) => out.push(text),
    complain: (text) => error.push(text),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
};

const star = ["stadt", "tafel", "chor", "werk"].map((leaf) => ["netz", leaf]);

const files: Readonly<Record<string, string>> = {
  "star.csv": `source,target,weight\n${star.map(([from, to]) => `${from},${to},7`).join("\n")}\nallein,,\n`,
  "star.json": JSON.stringify({
    nodes: ["netz", "stadt", "tafel", "chor", "werk", "allein"].map((id) => ({ id })),
    links: star.map(([source, target]) => ({ source, target, weight: 7 })),
  }),
  "kumu.json": JSON.stringify({
    elements: ["netz", "stadt", "tafel", "chor", "werk", "allein"].map((label) => ({ label })),
    connections: star.map(([from, to]) => ({ from, to, direction: "mutual" })),
  }),
  "star.graphml": `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="undirected">
    ${["netz", "stadt", "tafel", "chor", "werk", "allein"].map((id) => `<node id="${id}"/>`).join("")}
    ${star.map(([from, to]) => `<edge source="${from}" target="${to}"/>`).join("")}</graph></graphml>`,
};

test.each(Object.keys(files))("the same star comes out of %s", async (name) => {
  await writeFile(join(folder, name), files[name] ?? "");
  const { code, out } = await type(`network ${name} --json`);
  expect(code).toBe(0);
  const found = JSON.parse(out);
  expect(found).toMatchObject({ node_count: 6, edge_count: 4, components: [5, 1], isolates: ["allein"] });
  expect(found.nodes.find(({ id }: { id: string }) => id === "netz")).toMatchObject({
    degree: 4,
    betweenness_raw: 6,
    betweenness: 0.6,
  });
  expect(found.cut_vertices).toEqual(["netz"]);
  expect((await type(`network ${name}`)).out).toContain("6 nodes, 4 ties");
});

test("sectors are told when every node has one", async () => {
  await writeFile(
    join(folder, "sectors.json"),
    JSON.stringify({
      nodes: [
        { id: "a", sector: "civil" },
        { id: "b", sector: "public" },
        { id: "c", sector: "business" },
      ],
      links: [
        { source: "a", target: "b" },
        { source: "b", target: "c" },
        { source: "c", target: "a" },
      ],
    }),
  );
  const { sectors } = JSON.parse((await type("network sectors.json --json")).out);
  expect(sectors).toMatchObject({ cross_share: 1, three_sector_triangles: 1 });
});

test("an empty network has no values and no error", async () => {
  await writeFile(join(folder, "empty.json"), '{"nodes":[],"links":[]}');
  const { code, out } = await type("network empty.json --json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ nodes: [], density: 0, modularity: 0, components: [] });
});

test.each([
  ["broken.graphml", "<graphml><graph>", "broken.graphml"],
  ["entity.graphml", '<!DOCTYPE x [<!ENTITY a "b">]><graphml/>', "cannot be understood"],
  ["strange.csv", "name,age\nAnna,7\n", "source, target"],
  ["nobody.json", '{"nodes":[{"id":"a"}],"links":[{"source":"a","target":"b"}]}', "“b”"],
  ["double.json", '{"nodes":[{"id":"a"},{"id":"a"}],"links":[]}', "twice"],
  ["letter.txt", "Liebe Leute", "no known kind"],
])("%s is refused with the reason", async (name, text, reason) => {
  await writeFile(join(folder, name), text);
  const { code, error } = await type(`network ${name}`);
  expect(code).toBe(1);
  expect(error).toContain(reason);
});
