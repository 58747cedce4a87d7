using AdminOrders.Bench;

// A benchmark by its name; figures depend on the machine, the ratios much less.
return args switch
{
    ["cancel"] => await CancelBench.Run(slices: 15, size: 640),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/AdminOrders.Bench -- cancel");
    return 2;
}
