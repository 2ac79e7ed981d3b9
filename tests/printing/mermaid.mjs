// Reads a Mermaid diagram from stdin with Mermaid's own parser; writes its title, boxes, nodes and lines, as drawn, as JSON.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.env.NODE_PATH}/`);
const { JSDOM } = require("jsdom");
const page = new JSDOM("<!DOCTYPE html><body></body>");
global.window = page.window;
global.document = page.window.document;
const { default: mermaid } = await import(pathToFileURL(`${process.env.NODE_PATH}/mermaid/dist/mermaid.core.mjs`));
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 });
const diagram = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(0, "utf-8"));
const drawn = (text) => {
  // as Mermaid's decodeEntities does before it draws
  const references = text.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");
  const element = page.window.document.createElement("div");
  element.innerHTML = references;
  return [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : `<${node.nodeName}>`));
};
const { db } = diagram;
const nodes = [...db.getVertices().values()].map((node) => [node.id, drawn(node.text)]);
const boxes = db.getSubGraphs().map((box) => [box.id, drawn(box.title).join(""), box.nodes]);
const edges = db.getEdges();
const lines = edges.map((edge) => [edge.start, edge.end, edge.stroke, edge.type, drawn(edge.text).join("")]);
const [title, description] = [db.getAccTitle(), db.getAccDescription()].map((text) => drawn(text).join(""));
process.stdout.write(JSON.stringify({ title, description, nodes, boxes, lines }));
