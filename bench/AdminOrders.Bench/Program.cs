using System.Globalization;
using AdminOrders.Bench;
using AdminOrders.Bench.Api;
using AdminOrders.Bench.Growth;

// A benchmark by its name; figures depend on the machine, the ratios much less.
return args switch
{
    ["cancel"] => await CancelBench.Run(slices: 15, size: 640),
    ["page"] => await PageBench.Run(orders: 1_000_000, pages: 3_000),
    ["api-cancel"] => await ApiCancelBench.Run(slices: 7, size: 640),
    ["api-list"] => await ApiListBench.Run(orders: 1_000_000, slices: 7, size: 2_000),
    ["api-list", "--orders", var orders] => await ApiListBench.Run(int.Parse(orders, CultureInfo.InvariantCulture), slices: 7, size: 2_000),
    ["api-list", "--store", var file] => await ApiListBench.Run(orders: 1_000_000, slices: 7, size: 2_000, Path.GetFullPath(file)),
    ["api-list", "--orders", var orders, "--store", var file] =>
        await ApiListBench.Run(int.Parse(orders, CultureInfo.InvariantCulture), slices: 7, size: 2_000, Path.GetFullPath(file)),
    ["bare", var address, .. var rest] => await BareServer.Run(address, rest),
    ["count"] => await CountBench.Run(orders: 1_000_000, times: 2_000),
    ["count", "--orders", var orders] => await CountBench.Run(int.Parse(orders, CultureInfo.InvariantCulture), times: 2_000),
    ["import"] => await ImportBench.Run(orders: 1_000_000),
    ["import", "--orders", var orders] => await ImportBench.Run(int.Parse(orders, CultureInfo.InvariantCulture)),
    ["growth"] => await GrowthBench.Run([10_000, 100_000, 1_000_000]),
    ["growth", "--orders", var orders] => await GrowthBench.Run([.. orders.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]),
    ["queue"] => await QueueGrowth.Run([10_000, 100_000]),
    ["queue", "--orders", var orders] => await QueueGrowth.Run([.. orders.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/AdminOrders.Bench -- cancel | page | count [--orders 1000000] | import [--orders 1000000] | growth [--orders 10000,100000,1000000,5000000] | queue [--orders 10000,100000] | api-cancel | api-list [--orders 1000000] [--store FILE]");
    return 2;
}
