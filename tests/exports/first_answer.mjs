// How long a reader of the site waits for an answer to each letter, in milliseconds, from the key to the next frame.
//
//     tiers export site --model DIR -o site.html
//     NODE_PATH=node_modules node tests/exports/first_answer.mjs CHROMIUM site.html "board" [SECONDS]
//
// Typed as soon as the page is there, or after some SECONDS. It has no part in the tests, which measure no time.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const puppeteer = createRequire(`${process.env.NODE_PATH}/`)("puppeteer-core");
const [browserPath, file, words, seconds = "0"] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  protocolTimeout: 600_000,
});
const page = await browser.newPage();
await page.evaluateOnNewDocument(() => {
  window.waits = [];
  document.addEventListener(
    "input",
    (event) => {
      const began = event.timeStamp;
      const { value } = event.target;
      requestAnimationFrame(() => {
        const channel = new MessageChannel(); // after the frame is drawn
        channel.port1.onmessage = () =>
          window.waits.push([value, Math.round(performance.now() - began), document.getElementById("_count").textContent]);
        channel.port2.postMessage("");
      });
    },
    true,
  );
});
await page.goto(pathToFileURL(file).href, { timeout: 600_000 });
await new Promise((resolve) => setTimeout(resolve, Number(seconds) * 1000));
await page.keyboard.press("/");
for (const [place, letter] of [...words].entries()) {
  await page.keyboard.press(letter);
  await page.waitForFunction((number) => window.waits.length === number, {}, place + 1);
}
for (const [value, wait, said] of await page.evaluate(() => window.waits)) console.log(`${String(wait).padStart(5)} ms  ${value}: ${said}`);
await browser.close();
