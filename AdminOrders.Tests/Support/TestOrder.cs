using AdminOrders.Tests.Simulation;
using AdminOrders.Tests.Storage;
using AdminOrders.Tests.Trials;

[assembly: TestCollectionOrderer("AdminOrders.Tests.Support.TestOrder", "AdminOrders.Tests")]

namespace AdminOrders.Tests.Support;

public sealed class TestOrder()
    : LongestFirst(typeof(RaceTests).FullName!, typeof(FoldTests).FullName!, typeof(SimulatedYearTests).FullName!, typeof(PostgresPlanTests).FullName!);
