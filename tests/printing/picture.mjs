// Opens SVG pictures in Chromium; writes how far each text and shape of each reaches, as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.env.NODE_PATH}/`);
const puppeteer = require("puppeteer-core");
const [browserPath, ...files] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const page = await browser.newPage();
const found = [];
for (const file of files) {
  await page.goto(pathToFileURL(file).href);
  const reach = await page.evaluate(() => {
    const box = (element) => {
      const { x, y, width, height } = element.getBBox();
      return [x, y, x + width, y + height];
    };
    return {
      size: [document.documentElement.getAttribute("width"), document.documentElement.getAttribute("height")],
      viewed: document.documentElement.getAttribute("viewBox"),
      texts: [...document.querySelectorAll("g text")].map((text) => [...box(text), Number(text.getAttribute("font-size"))]),
      boxes: [...document.querySelectorAll("rect.box, rect.inferred, rect.strip")].map(box),
    };
  });
  found.push(reach);
}
await browser.close();
process.stdout.write(JSON.stringify(found));
