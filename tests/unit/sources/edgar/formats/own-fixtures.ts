/** Small answers in EDGAR's layouts, about companies and people that don't exist. */

export const FORM_INDEX = `Description:           Daily Index of EDGAR Dissemination Feed by Form Type
Last Data Received:    Mar 18, 2020
Comments:              webmaster@sec.gov
Anonymous FTP:         ftp://ftp.sec.gov/edgar/
 
 
 
 
Form Type   Company Name                                                  CIK         Date Filed  File Name
---------------------------------------------------------------------------------------------------------------------------------------------
3           Fern Gully Foods Inc                                          9900001     20200318    edgar/data/9900001/0009900001-20-000001.txt          
4           Fern Gully Foods Inc                                          9900001     20200318    edgar/data/9900001/0009900001-20-000002.txt          
4           Thistle Ada                                                   9900002     20200318    edgar/data/9900002/0009900001-20-000002.txt          
4/A         A VERY LONG NAME OF A LIMITED PARTNERSHIP THAT RUNS OVER ITS COLUMN  9900003     2020-03-18  edgar/data/9900003/0009900001-20-000003.txt
424B2       Fern Gully Foods Inc                                          9900001     20200318    edgar/data/9900001/0009900001-20-000004.txt          
5           Fern Gully 4 Foods 20200101 Inc                               9900001     20200318    edgar/data/9900001/0009900001-20-000005.txt          
`;

export const MASTER_INDEX = `Description:           Daily Index of EDGAR Dissemination Feed

CIK|Company Name|Form Type|Date Filed|File Name
--------------------------------------------------------------------------------
9900001|Fern | Gully Foods Inc|4|20200318|edgar/data/9900001/0009900001-20-000002.txt
9900002|Thistle Ada|4|20200318|edgar/data/9900002/0009900001-20-000002.txt
9900001|Fern Gully Foods Inc|10-K|20200318|edgar/data/9900001/0009900001-20-000009.txt
`;

export function feedOf(entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Latest Filings</title>
<id>https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent</id>
${entries.join("\n")}
</feed>`;
}

export function feedEntry(form: string, cik: string, accession: string, party = "Issuer"): string {
  const folder = accession.replaceAll("-", "");
  return `<entry>
<title>${form} - Fern &amp; Gully (${cik.padStart(10, "0")}) (${party})</title>
<link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/${cik}/${folder}/${accession}-index.htm"/>
<summary type="html">
 &lt;b&gt;Filed:&lt;/b&gt; 2020-03-18 &lt;b&gt;AccNo:&lt;/b&gt; ${accession} &lt;b&gt;Size:&lt;/b&gt; 10 KB
</summary>
<updated>2020-03-18T18:02:43-05:00</updated>
<category scheme="https://www.sec.gov/" label="form type" term="${form}"/>
<id>urn:tag:sec.gov,2008:accession-number=${accession}</id>
</entry>`;
}
