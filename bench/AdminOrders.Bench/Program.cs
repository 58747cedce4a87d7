using AdminOrders.Bench;

// A benchmark by its name; figures depend on the machine, the ratios much less.
return args switch
{
    ["cancel"] => await CancelBench.Run(slices: 15, size: 640),
    ["page"] => await PageBench.Run(orders: 1_000_000, pages: 3_000),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/AdminOrders.Bench -- cancel | page");
    return 2;
}
