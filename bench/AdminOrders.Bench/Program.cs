using System.Globalization;
using AdminOrders.Bench;
using AdminOrders.Bench.Growth;

// A benchmark by its name; figures depend on the machine, the ratios much less.
return args switch
{
    ["cancel"] => await CancelBench.Run(slices: 15, size: 640),
    ["page"] => await PageBench.Run(orders: 1_000_000, pages: 3_000),
    ["growth"] => await GrowthBench.Run([10_000, 100_000, 1_000_000]),
    ["growth", "--orders", var orders] => await GrowthBench.Run([.. orders.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/AdminOrders.Bench -- cancel | page | growth [--orders 10000,100000,1000000,5000000]");
    return 2;
}
