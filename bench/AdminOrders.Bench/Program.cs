using AdminOrders.Bench;
using AdminOrders.Bench.Api;
using AdminOrders.Bench.Growth;
using AdminOrders.Bench.Pages;
using AdminOrders.Bench.Rows;

// A benchmark by its name; figures depend on the machine, the ratios much less.
const int Million = 1_000_000;
const string Orders = Options.OrdersName;
const string Store = Options.StoreName;
const string Application = Options.ApplicationName;
Benchmark[] all =
[
    new("cancel", [], _ => CancelBench.Run(slices: 15, size: 640)),
    new("bulk", [Orders, Store], asked => BulkBench.Run(asked.Orders(Million), most: 20_000, asked.Store)),
    new("page", [Orders, Store], asked => PageBench.Run(asked.Orders(Million), pages: 3_000, asked.Store)),
    new("search", [Orders, Store], asked => SearchBench.Run(asked.Orders(Million), asked.Store)),
    new("count", [Orders, Store], asked => CountBench.Run(asked.Orders(Million), times: 2_000, asked.Store)),
    new("export", [Orders, Store, Application], asked => ExportBench.Run(asked.Orders(Million), asked.Store, asked.Application)),
    new("rows", [Orders, Store], asked => RowBench.Run(asked.Orders(Million), asked.Store)),
    new("insights", [Orders], asked => InsightBench.Run(asked.Sizes(200_000, Million), times: 5)),
    new("import", [Orders], asked => ImportBench.Run(asked.Orders(Million))),
    new("growth", [Orders], asked => GrowthBench.Run(asked.Sizes(10_000, 100_000, Million))),
    new("engines", [Orders, Options.PostgresName], asked => EnginesBench.Run(asked.Orders(200_000), asked.Postgres)),
    new("queue", [Orders], asked => QueueGrowth.Run(asked.Sizes(10_000, 100_000))),
    new("api-cancel", [], _ => ApiCancelBench.Run(slices: 7, size: 640)),
    new("api-list", [Orders, Store], asked => ApiListBench.Run(asked.Orders(Million), slices: 7, size: 2_000, asked.Store)),
    new("start", [Orders, Store, Application], asked => StartBench.Run(asked.Orders(Million), asked.Store, asked.Application)),
    new("render", [Orders, Store, Application], asked => RenderBench.Run(asked.Orders(Million), asked.Store, asked.Application)),
    new("pages", [Orders, Store, Application, Options.PagesName], asked => PagesBench.Run(asked.Orders(Million), asked.Pages(500), asked.Store, asked.Application)),
];

if (args is ["bare", var address, .. var rest])
{
    return await BareServer.Run(address, rest);
}

return args is [var name, .. var options] && Array.Find(all, benchmark => benchmark.Name == name) is { } chosen && Options.Parse(options, chosen.Known) is { } given
    ? await chosen.Run(given)
    : Usage();

int Usage()
{
    var names = all.Select(benchmark => string.Join(' ', [benchmark.Name, .. benchmark.Known.Select(option => $"[{option} …]")]));
    Console.Error.WriteLine($"usage: dotnet run -c Release --project bench/AdminOrders.Bench -- {string.Join(" | ", names)}");
    return 2;
}
