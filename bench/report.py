"""The figures as a page of Markdown: the median run, and what it says of each target of the specification."""
import datetime
import os
import statistics


def loading(options, loaded):
    return (f"Loaded {options.people:,} people and {options.people * options.dossiers:,} dossiers in "
            f"{loaded['seconds']} s ({loaded['processor']} s of processor, {loaded['peak']} MiB at most); data folder: {loaded['megabytes']:.0f} MB."
            ).replace(",", "\u00a0")


def cost(run):
    """What orders the runs: the medians of all pages at one connection, added."""
    return sum(row["p50"] for row in run["rows"] if row["connections"] == 1)


def median_run(runs):
    return sorted(runs, key=cost)[len(runs) // 2]


def row(run, name, connections):
    return next(r for r in run["rows"] if r["connections"] == connections and r["name"].startswith(name))


def weight(run, name):
    return f"{run['weights'][name]:.1f}" if name in run["weights"] else ""


def pages_table(run, connections):
    bare = row(run, "plain", connections)
    lines = [
        "| page | kB | median ms | p95 ms | p99 ms | req/s | processor ms | ratio of medians | ratio of processor |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: |"]
    for r in (r for r in run["rows"] if r["connections"] == connections):
        errors = f" ({r['errors']} errors)" if r["errors"] else ""
        lines.append(
            f"| {r['name']}{errors} | {weight(run, r['name'])} | {r['p50']:.2f} | {r['p95']:.2f} | {r['p99']:.2f} "
            f"| {r['rate']:.0f} | {r['cpu']:.2f} | {r['p50'] / bare['p50']:.1f} | {r['cpu'] / bare['cpu']:.1f} |")
    return "\n".join(lines)


def targets_table(run, runs):
    alone = lambda name: row(run, name, 1)
    eight = lambda name: row(run, name, 8)
    spread = lambda key: statistics.median(r[key] for r in runs)
    slowest = max((r for r in run["rows"] if r["connections"] == 1), key=lambda r: r["p50"])
    rows = [
        ("V1", "plain text ≥ 5,000 req/s at c=8, p99 < 5 ms",
         f"{eight('plain')['rate']:.0f} req/s, {eight('plain')['p99']:.1f} ms",
         eight("plain")["rate"] >= 5000 and eight("plain")["p99"] < 5),
        ("V2", "sign-in page ≥ 1,500 req/s, median < 1 ms at c=1",
         f"{eight('sign-in')['rate']:.0f} req/s, {alone('sign-in')['p50']:.2f} ms",
         eight("sign-in")["rate"] >= 1500 and alone("sign-in")["p50"] < 1),
        ("V6", "my people: median ≤ 5 ms whatever the size of the structure",
         f"{alone('my people')['p50']:.2f} ms", alone("my people")["p50"] <= 5),
        ("V7", "one file, its sealed fields opened: median ≤ 10 ms",
         f"{alone('file')['p50']:.2f} ms; entry sheet {alone('dossier, entry')['p50']:.2f} ms",
         alone("file")["p50"] <= 10 and alone("dossier, entry")["p50"] <= 10),
        ("V9", "an activity, durable, with its journal line: p99 ≤ 30 ms alone, ≥ 300/s with 8 writers",
         f"{alone('reception')['p99']:.1f} ms, {eight('reception')['rate']:.0f}/s",
         alone("reception")["p99"] <= 30 and eight("reception")["rate"] >= 300),
        ("V10", "memory (PSS) ≤ 150 MiB at rest, ≤ 300 MiB after the load",
         f"{spread('rest_pss'):.0f} MiB, {spread('load_pss'):.0f} MiB",
         spread("rest_pss") <= 150 and spread("load_pss") <= 300),
        ("V11", "start to the first 200 ≤ 1 s; ≤ 2 s after `kill -9`",
         f"{spread('start'):.2f} s, {spread('after_kill'):.2f} s",
         spread("start") <= 1 and spread("after_kill") <= 2),
        ("—", "no page over 0.1 s at 100,000 people",
         f"the slowest: {slowest['name']}, {slowest['p50']:.1f} ms", slowest["p50"] <= 100),
    ]
    lines = ["| | target | figure | |", "| --- | --- | --- | --- |"]
    lines += [f"| {id} | {target} | {figure} | {'met' if met else '**not met**'} |" for id, target, figure, met in rows]
    return "\n".join(lines)


def whole(options, loaded, flushes, runs):
    for run in runs:
        run["rest_pss"], run["load_pss"] = run["rest"]["pss"], run["load"]["pss"]
    run = median_run(runs)
    busy = " / ".join(f"{r['busy']:.1f}" for r in runs)
    memory = lambda key: " / ".join(f"{r[key]['pss']:.0f} ({r[key]['rss']:.0f})" for r in runs)
    seconds = lambda key: " / ".join(f"{r[key]:.2f}" for r in runs)
    return f"""# Results

Written by `bench/run` on {datetime.date.today()}: {os.cpu_count()} processors, release build, SQLite, everything on loopback; `wrk`
shares the processors with the server. {loading(options, loaded)}
The disk makes {flushes:.0f} small writes per second durable, one after the other.

{len(runs)} run{'s' if len(runs) > 1 else ''} of {options.seconds} s per page, the median one below. Load average of the machine before each: {busy}. Absolute times on
a shared machine are upper bounds; the ratios to the plain-text route of the same run and the processor time per request
are what can be compared.

## Targets

{targets_table(run, runs)}

## One connection

{pages_table(run, 1)}

Reading a file or a dossier writes a line of the journal and waits for the disk: their median holds one flush. *Reception
noted* holds two.

## Eight connections

{pages_table(run, 8)}

## Start and memory, run by run

| | |
| --- | --- |
| start to the first 200 | {seconds('start')} s |
| processor time of that start | {seconds('start_cost')} s |
| then first page that needs every name in memory | {seconds('warm')} s |
| start after `kill -9` | {seconds('after_kill')} s |
| PSS (RSS) at rest, every name in memory | {memory('rest')} MiB |
| PSS (RSS) after the load | {memory('load')} MiB |
"""
