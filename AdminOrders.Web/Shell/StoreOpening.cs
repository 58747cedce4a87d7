using System.Data.Common;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Sample;

namespace AdminOrders.Web.Shell;

/// <summary>What has to be done to the store before anybody is served.</summary>
internal static partial class StoreOpening
{
    /// <summary>Migrates it and gives it what every store has. False: it cannot be used as it is; the log says why in a sentence.</summary>
    public static async Task<bool> OpenStoreAsync(this WebApplication app)
    {
        try
        {
            await app.Services.MigrateStorage();
            await app.PrepareAccountsAsync();
            await app.FillSampleStoreAsync();
            return true;
        }
        catch (StoreUnusableException unusable)
        {
            LogUnusable(app.Logger, unusable.Message);
            return false;
        }
        catch (Exception failure) when (app.Services.GetRequiredService<StoreSource>().ProblemOf(failure) is { } problem)
        {
            LogProblem(app.Logger, StoreProblems.CodeOf(problem), Sentence(failure), Remedy(problem));
            return false;
        }
    }

    private static string Sentence(Exception failure) => failure.GetBaseException() is DbException engine ? engine.Message : failure.Message;

    private static string Remedy(StoreProblem problem) => problem switch
    {
        StoreProblem.Full => "Make room on its disk, then start again.",
        StoreProblem.ReadOnly => "Let this program write the file, its folder and its disk, or the database, then start again.",
        StoreProblem.Unreachable => "See that its file, folder and disk, or its server, can be reached and used by this program, then start again.",
    };

    [LoggerMessage(LogLevel.Critical, "The store cannot be used: {Reason}")]
    private static partial void LogUnusable(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Critical, "The store cannot be opened ({Code}): {Reason} {Remedy} Nothing was changed.")]
    private static partial void LogProblem(ILogger logger, string code, string reason, string remedy);
}
