// A process of its own that asks a stand-in a number of times: `node ask-edgar.mjs <url> <pace folder> <times>`.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
const { EdgarClient } = await import("../../lib/sources/edgar/network/edgar-client.ts");
const [url, paceFolder, times] = process.argv.slice(2);
const client = new EdgarClient({ userAgent: process.env.SEC_USER_AGENT, url, paceFolder, cacheFolder: paceFolder });
const ask = () => client.get(`${url}/files/company_tickers.json`, (bytes) => bytes.length);
await Promise.all(Array.from({ length: Number(times) }, ask));
client.close();
