// Reads Mermaid diagrams with Mermaid's own parser, each a line of JSON on stdin; writes a line of JSON with its title, boxes,
// nodes and lines, as drawn.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.env.NODE_PATH}/`);
const { JSDOM } = require("jsdom");
const page = new JSDOM("<!DOCTYPE html><body></body>");
global.window = page.window;
global.document = page.window.document;
const { default: mermaid } = await import(pathToFileURL(`${process.env.NODE_PATH}/mermaid/dist/mermaid.core.mjs`));
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 });
const drawn = (text) => {
  // as Mermaid's decodeEntities does before it draws
  const references = text.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");
  const element = page.window.document.createElement("div");
  element.innerHTML = references;
  return [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : `<${node.nodeName}>`));
};
for await (const line of createInterface({ input: process.stdin })) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(JSON.parse(line));
  const nodes = [...db.getVertices().values()].map((node) => [node.id, drawn(node.text)]);
  const boxes = db.getSubGraphs().map((box) => [box.id, drawn(box.title).join(""), box.nodes]);
  const edges = db.getEdges();
  const lines = edges.map((edge) => [edge.start, edge.end, edge.stroke, edge.type, drawn(edge.text).join("")]);
  const [title, description] = [db.getAccTitle(), db.getAccDescription()].map((text) => drawn(text).join(""));
  console.log(JSON.stringify({ title, description, nodes, boxes, lines }));
}
