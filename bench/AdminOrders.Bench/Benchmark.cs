namespace AdminOrders.Bench;

/// <summary>A benchmark.</summary>
/// <param name="Known">The names of what it can be asked.</param>
/// <param name="Run">0 where it reaches what it must, else 1.</param>
internal sealed record Benchmark(string Name, string[] Known, Func<Options, Task<int>> Run);
